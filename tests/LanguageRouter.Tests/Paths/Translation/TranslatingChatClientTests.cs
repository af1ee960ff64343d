using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class TranslatingChatClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Japanese to English and back, sentence by sentence, for the words of these tests.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["猫は何匹いますか？"] = "How many cats are there?",
        ["There are 3 cats."] = "猫は3匹います。",
        ["They sleep."] = "寝ています。",
        ["あなたは助手です。"] = "You are an assistant.",
        ["ありがとう。"] = "Thank you.",
    };

    private static CallbackTranslator Dictionary() => new(s => Words[s.Text]);

    [Fact]
    public async Task TranslatesBothWays()
    {
        var model = new CallbackChatClient("There are 3 cats. They sleep.");
        using var client = new ChatClientBuilder(model).UseTranslation(Dictionary()).Build();
        var response = await client.GetResponseAsync("猫は何匹いますか？", new ChatOptions().WithTranslation(new() { IncludeOriginal = true }), Token);
        Assert.Equal("猫は3匹います。寝ています。", response.Text);
        Assert.Equal("There are 3 cats. They sleep.", response.GetUntranslatedText());
        Assert.Equal("How many cats are there?", model.Requests[0][0].Text);
        Assert.Equal([LegKind.TranslateIn, LegKind.Answer, LegKind.TranslateOut], response.GetPathLegs().Select(l => l.Kind));
        Assert.Equal(12, response.Usage!.InputTokenCount);
        Assert.Empty(model.LastOptions!.AdditionalProperties ?? []);
    }

    [Fact]
    public async Task StreamsSentenceBySentence()
    {
        var model = new CallbackChatClient("There are 3 cats. They sleep.", chunk: 3);
        using var client = new TranslatingChatClient(model, Dictionary());
        var updates = await client.GetStreamingResponseAsync("猫は何匹いますか？", null, Token).ToListAsync(Token);
        Assert.Equal(["猫は3匹います。", "寝ています。"], updates.Select(u => u.Text).Where(t => t.Length > 0));
        var response = updates.ToChatResponse();
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(13, response.Usage!.InputTokenCount);
        Assert.Equal(4, updates[^1].GetPathLegs().Count);
    }

    [Fact]
    public async Task KeepsTheModelsOwnWordsOfEarlierTurns()
    {
        var model = new CallbackChatClient("There are 3 cats. They sleep.");
        var translator = Dictionary();
        using var client = new TranslatingChatClient(model, translator);
        List<ChatMessage> history = [new(ChatRole.System, "あなたは助手です。"), new(ChatRole.User, "猫は何匹いますか？")];
        history.AddMessages(await client.GetResponseAsync(history, null, Token));
        var calls = translator.Calls;
        history.Add(new(ChatRole.User, "ありがとう。"));
        await client.GetResponseAsync(history, null, Token);
        Assert.Equal(["You are an assistant.", "How many cats are there?", "There are 3 cats. They sleep.", "Thank you."], model.Requests[1].Select(m => m.Text));
        Assert.Equal("猫は何匹いますか？", history[1].Text);
        Assert.Equal(calls + 2, translator.Calls);
    }

    [Fact]
    public async Task EnglishPassesThrough()
    {
        var translator = Dictionary();
        using var client = new TranslatingChatClient(new CallbackChatClient("Fine."), translator);
        Assert.Equal("Fine.", (await client.GetResponseAsync("How are you?", null, Token)).Text);
        Assert.Equal(0, translator.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnswersInEnglishWhereAsked(bool streamed)
    {
        using var client = new TranslatingChatClient(new CallbackChatClient("Cats."), new CallbackTranslator(_ => "Answer in English: what is this?"));
        var text = streamed
            ? (await client.GetStreamingResponseAsync("これは何ですか、英語で答えて", null, Token).ToChatResponseAsync(Token)).Text
            : (await client.GetResponseAsync("これは何ですか、英語で答えて", null, Token)).Text;
        Assert.Equal("Cats.", text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FallsBackToDirect(bool streamed)
    {
        var translator = new CallbackTranslator(_ => null);
        using var client = new TranslatingChatClient(new CallbackChatClient("x"), translator, new TranslationOptions { Direct = new CallbackChatClient(m => "直接：" + m[0].Text) });
        var response = streamed
            ? await client.GetStreamingResponseAsync("猫は何匹？", null, Token).ToChatResponseAsync(Token)
            : await client.GetResponseAsync("猫は何匹？", null, Token);
        Assert.Equal("直接：猫は何匹？", response.Text);
        Assert.Equal(2, translator.Calls);
    }

    [Fact]
    public async Task ThrowsBeforeOutputWithoutDirect()
    {
        using var client = new TranslatingChatClient(new CallbackChatClient("x"), new CallbackTranslator(_ => null));
        var e = await Assert.ThrowsAsync<TranslationFailedException>(() => client.GetResponseAsync("猫は何匹？", null, Token));
        Assert.Equal("segment_missing", e.Code);
        Assert.False(e.OutputCommitted);
        Assert.Equal(2, e.Legs.Count);
    }

    [Fact]
    public async Task RealAnswersComeBackByteForByte()
    {
        foreach (var answer in ReferenceData.Answers())
        {
            foreach (var chunk in new[] { 1, 7, 64 })
            {
                using var client = new TranslatingChatClient(new CallbackChatClient(answer, chunk), CallbackTranslator.Identity, new TranslationOptions { UserLanguage = "aa", ModelLanguage = "bb" });
                var wishes = new ChatOptions().WithTranslation(new() { UserLanguage = "aa", AnswerLanguage = "aa" });
                Assert.Equal(answer, (await client.GetStreamingResponseAsync("a", wishes, Token).ToChatResponseAsync(Token)).Text);
                if (chunk == 1)
                {
                    Assert.Equal(answer, (await client.GetResponseAsync("a", wishes, Token)).Text);
                }
            }
        }
    }
}

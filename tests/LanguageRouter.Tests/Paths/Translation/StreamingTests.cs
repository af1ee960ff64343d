using CsCheck;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class StreamingTests
{
    private const string Question = "これは何ですか？";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void StreamedIsWholeForAnyChunking()
    {
        var words = Gen.OneOf(
            Gen.Char[".!?\"*`_~|#>-:()[]{}<>$\\\n  \n"].Select(c => c.ToString()),
            Gen.Char["bcdjkpqz"].Array[1, 8].Select(c => new string(c) + " "),
            Gen.Int[0, 5].Select(i => new[] { "Dr. ", "3.5 ", "```py\nx = 1.\n```\n", "https://a.b/c. ", "Yes. ", "| a | b |\n" }[i]),
            Gen.Int[0, 3].Select(i => new[] { "😀", "「x」", "**bold** ", "`co.de` " }[i]));
        Gen.Select(words.List[0, 60], Gen.Int[1, 70]).Sample((parts, chunk) =>
        {
            var answer = string.Concat(parts);
            using var client = new TranslatingChatClient(new CallbackChatClient(answer, chunk), Lenient());
            var whole = client.GetResponseAsync(Question, null, Token).GetAwaiter().GetResult().Text;
            var streamed = client.GetStreamingResponseAsync(Question, null, Token).ToChatResponseAsync(Token).GetAwaiter().GetResult().Text;
            Assert.Equal(whole, streamed);
        }, iter: 600);
    }

    [Fact]
    public async Task RealAnswersStreamAsTheyAreWhole()
    {
        // The answers are Japanese: here Japanese is the language of the model and English that of the user.
        var options = new TranslationOptions { UserLanguage = "en", ModelLanguage = "ja" };
        var different = 0;
        foreach (var answer in ReferenceData.Answers().Where((_, i) => i % 4 == 0))
        {
            using var client = new TranslatingChatClient(new CallbackChatClient(answer, 7), Lenient(), options);
            string whole;
            try
            {
                whole = (await client.GetResponseAsync("What is this?", null, Token)).Text;
            }
            catch (TranslationFailedException)
            {
                // The letters that stand for a translation can make a number.
                await Assert.ThrowsAsync<TranslationFailedException>(() => client.GetStreamingResponseAsync("What is this?", null, Token).ToChatResponseAsync(Token));
                continue;
            }

            var streamed = (await client.GetStreamingResponseAsync("What is this?", null, Token).ToChatResponseAsync(Token)).Text;
            Assert.Equal(whole, streamed);
            different += whole == answer ? 0 : 1;
        }

        Assert.True(different > 100);
    }

    [Fact]
    public async Task CodeAndToolCallsKeepTheirPlaces()
    {
        var model = new UpdatesChatClient(
            new ChatResponseUpdate(ChatRole.Assistant, "I call the to"),
            new ChatResponseUpdate(ChatRole.Assistant, "ol. Wait"),
            new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("c1", "f", new Dictionary<string, object?> { ["名"] = "猫" })]),
            new ChatResponseUpdate(ChatRole.Assistant, "Then:\n```\nDo not. Touch.\n```\n"));
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create());
        var contents = (await client.GetStreamingResponseAsync(Question, null, Token).ToListAsync(Token)).SelectMany(u => u.Contents).Where(c => c is not UsageContent).ToList();
        var call = contents.FindIndex(c => c is FunctionCallContent);
        Assert.Equal(PseudoTranslator.Translate("I call the tool.", "ja") + PseudoTranslator.Translate("Wait", "ja"), string.Concat(contents.Take(call).Cast<TextContent>().Select(t => t.Text)));
        Assert.EndsWith("\n```\nDo not. Touch.\n```\n", string.Concat(contents.Skip(call + 1).Cast<TextContent>().Select(t => t.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASlowReaderSlowsTheModelDown()
    {
        var read = 0;
        IEnumerable<ChatResponseUpdate> Endless()
        {
            while (true)
            {
                read++;
                yield return new ChatResponseUpdate(ChatRole.Assistant, "One more sentence here. ");
            }
        }

        using var client = new TranslatingChatClient(new UpdatesChatClient(Endless()), PseudoTranslator.Create());
        await using var reader = client.GetStreamingResponseAsync(Question, null, Token).GetAsyncEnumerator(Token);
        await reader.MoveNextAsync();
        await Task.Delay(100, Token);
        Assert.InRange(read, 1, 40);
    }

    [Fact]
    public async Task CancellationEndsEveryLeg()
    {
        foreach (var stalls in new[] { "in", "model", "out" })
        {
            var never = new TaskCompletionSource();
            var translator = new CallbackTranslator(async (request, _) =>
            {
                if (stalls == (request.SourceLanguage == "ja" ? "in" : "out"))
                {
                    await never.Task;
                }

                return [.. request.Segments.Select(s => PseudoTranslator.Translate(s.Text, request.TargetLanguage))];
            });
            var model = new UpdatesChatClient(new ChatResponseUpdate(ChatRole.Assistant, "One. Two. ")) { End = stalls == "model" ? never.Task : null };
            using var client = new TranslatingChatClient(model, translator);
            using var stop = new CancellationTokenSource(50);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetStreamingResponseAsync(Question, null, stop.Token).ToListAsync(stop.Token).AsTask());
        }
    }

    [Fact]
    public async Task ModelErrorsPassUnchangedAndNothingEndsSilently()
    {
        var model = new UpdatesChatClient(new ChatResponseUpdate(ChatRole.Assistant, "One sentence. Half a sen")) { End = Task.FromException(new HttpRequestException("reset")) };
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create());
        var text = "";
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question, null, Token))
            {
                text += update.Text;
            }
        });
        Assert.Equal(PseudoTranslator.Translate("One sentence.", "ja"), text);
    }

    [Fact]
    public async Task TheFirstSentenceDoesNotWaitForTheSecond()
    {
        var read = new TaskCompletionSource();
        async IAsyncEnumerable<ChatResponseUpdate> Model()
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "The first sentence. T");
            await read.Task;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "he second.");
        }

        using var client = new TranslatingChatClient(new UpdatesChatClient(Model()), PseudoTranslator.Create());
        await using var reader = client.GetStreamingResponseAsync(Question, null, Token).GetAsyncEnumerator(Token);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(PseudoTranslator.Translate("The first sentence.", "ja"), reader.Current.Text);
        read.SetResult();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(PseudoTranslator.Translate("The second.", "ja"), reader.Current.Text);
    }

    private static CallbackTranslator Lenient() => PseudoTranslator.Create();
}

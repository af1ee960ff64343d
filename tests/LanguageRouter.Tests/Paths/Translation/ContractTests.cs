using System.Text.Json;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Contract;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>What the user asked for holds for the final answer: language, stop sequences, JSON, tools, terms.</summary>
public sealed class ContractTests
{
    private const string Question = "これは何ですか？";

    private static readonly JsonElement Schema = JsonDocument.Parse(
        """
        {"type":"object","properties":{"title":{"type":"string"},"status":{"type":"string","enum":["open","done now"]},"when":{"type":"string","format":"date"},
        "items":{"type":"array","items":{"$ref":"#/$defs/item"}},"note":{"anyOf":[{"type":"null"},{"type":"string"}]},"code":{"type":"string","pattern":"^[A-Z]+$"}},
        "$defs":{"item":{"type":"object","properties":{"text":{"type":"string"},"n":{"type":"integer"}}}}}
        """).RootElement;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StopSequencesEndTheTranslation(bool streamed)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { [Question] = "What is this?", ["One."] = "ひとつ。", ["Two."] = "ふたつ。終わりです。", ["Three."] = "みっつ。" };
        var model = new CallbackChatClient("One. Two. Three.", 3);
        using var client = new TranslatingChatClient(model, new CallbackTranslator(s => words[s.Text]));
        var response = await AskAsync(client, streamed, new ChatOptions { StopSequences = ["。終わ"] });
        Assert.Equal("ひとつ。ふたつ", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Null(model.LastOptions!.StopSequences);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnlyTheTextOfJsonIsTranslated(bool streamed)
    {
        const string answer = "{ \"title\": \"The \\\"old\\\" cat.\",\n \"status\": \"done now\", \"when\": \"2024-01-02\", \"items\": [ {\"text\":\"One. Two.\",\"n\": 1.50} ], \"note\": null, \"code\": \"ABC\", \"other\": \"stays as it is\" }";
        using var client = new TranslatingChatClient(new CallbackChatClient(answer, 5), PseudoTranslator.Create());
        var response = await AskAsync(client, streamed, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema) });
        var expected = answer.Replace("The \\\"old\\\" cat.", PseudoTranslator.Translate("The \\\"old\\\" cat.", "ja"), StringComparison.Ordinal)
            .Replace("One. Two.", PseudoTranslator.Translate("One.Two.", "ja"), StringComparison.Ordinal);
        Assert.Equal(expected, response.Text);
    }

    [Theory]
    [InlineData(null, "unsafe_json_without_schema")]
    [InlineData("""{"type":"string","enum":["開","閉"]}""", "unsafe_schema_literals")]
    [InlineData("""{"type":"object","properties":{"名前":{"type":"string"}}}""", "unsafe_schema_literals")]
    public async Task WhatCannotBeTranslatedSafelyIsRefusedBeforeAnyCall(string? schema, string code)
    {
        var translator = PseudoTranslator.Create();
        using var client = new TranslatingChatClient(new CallbackChatClient("{}"), translator);
        var format = schema is null ? ChatResponseFormat.Json : ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(schema).RootElement);
        var e = await Assert.ThrowsAsync<TranslationFailedException>(() => client.GetResponseAsync(Question, new ChatOptions { ResponseFormat = format }, Token));
        Assert.Equal((code, 0), (e.Code, translator.Calls));
    }

    [Fact]
    public async Task ToolResultsAreTranslatedWhereThePolicySaysText()
    {
        var model = new CallbackChatClient("Fine.");
        var options = new TranslationOptions();
        options.ToolText["search"] = new ToolText { Results = new HashSet<string> { "summary" } };
        options.ToolText["plain"] = new ToolText { Results = new HashSet<string> { "*" } };
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create(), options);
        var call = new FunctionCallContent("1", "search", new Dictionary<string, object?> { ["q"] = "猫の本" });
        List<ChatMessage> messages =
        [
            new(ChatRole.User, Question),
            new(ChatRole.Assistant, [call, new FunctionCallContent("2", "plain"), new FunctionCallContent("3", "other")]),
            new(ChatRole.Tool, [new FunctionResultContent("1", JsonDocument.Parse("""{"id":"猫1", "hits":[{"summary":"猫の本です。","題":"犬"}]}""").RootElement), new FunctionResultContent("2", "猫です。"), new FunctionResultContent("3", "犬です。")]),
        ];
        await client.GetResponseAsync(messages, null, Token);
        var sent = model.Requests[0];
        Assert.Same(call, sent[1].Contents[0]);
        var results = sent[2].Contents.Cast<FunctionResultContent>().Select(r => r.Result).ToArray();
        Assert.Equal("""{"id":"猫1", "hits":[{"summary":"X","題":"犬"}]}""".Replace("X", PseudoTranslator.Translate("猫の本です。", "en"), StringComparison.Ordinal), results[0]);
        Assert.Equal(PseudoTranslator.Translate("猫です。", "en"), results[1]);
        Assert.Equal("犬です。", results[2]);
    }

    [Theory]
    [InlineData("200字以内で説明して", 200)]
    [InlineData("約1,000文字程度で", 1000)]
    [InlineData("漢字を3つ書いて", 0)]
    public void FindsLengths(string text, int expected) => Assert.Equal(expected, AnswerNotes.FindLimit(text));

    [Fact]
    public async Task TheModelIsToldWhatALengthMeansAndAlwaysTheSame()
    {
        var model = new CallbackChatClient("Fine.");
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create());
        ChatMessage wish = new(ChatRole.User, "200字以内で、日本語で答えてください。");
        await client.GetResponseAsync([wish], null, Token);
        await client.GetResponseAsync([wish, new(ChatRole.Assistant, "はい。"), new(ChatRole.User, "英語で答えてください。")], null, Token);
        Assert.Contains("about 76 English words", model.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Contains("Write your answer in English", model.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Equal(model.Requests[0][0].Text, model.Requests[1][0].Text);
        Assert.DoesNotContain("(", model.Requests[1][2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TermsAreUsedBothWays(bool follows)
    {
        var glossary = new TranslationGlossary("1", [new GlossaryTerm("ねこ本舗", "Cat Main Store")], ["Kuro号"]);
        TranslationRequest? seen = null;
        var translator = new CallbackTranslator((request, _) =>
        {
            seen = request;
            return Task.FromResult<string?[]>([.. request.Segments.Select(s => request.TargetLanguage == "ja"
                ? PseudoTranslator.Translate(s.Text, "ja").Replace(PseudoTranslator.Translate("Cat Main Store", "ja"), "ねこ本舗", StringComparison.Ordinal)
                : PseudoTranslator.Translate(s.Text.Replace("ねこ本舗", "Cat Main Store", StringComparison.Ordinal), "en"))]);
        })
        { Profile = new TranslatorProfile { Name = "t", FollowsInstructions = follows } };
        var model = new CallbackChatClient("The Cat Main Store sells Kuro号 now.");
        using var client = new TranslatingChatClient(model, translator);
        var response = await client.GetResponseAsync("ねこ本舗のKuro号を買いますか？", new ChatOptions().WithTranslation(new() { Glossary = glossary }), Token);
        Assert.Contains("Cat Main Store", model.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Contains("Kuro号", model.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Contains("ねこ本舗", response.Text, StringComparison.Ordinal);
        Assert.Contains("Kuro号", response.Text, StringComparison.Ordinal);
        Assert.Equal(follows ? 1 : 0, seen!.Terms.Count);
    }

    [Fact]
    public void ConflictsOfAGlossaryAreReported()
    {
        var glossary = new TranslationGlossary("1", [new("猫", "cat"), new("猫", "feline"), new("ねこ", "Cat"), new("犬", "dog")], ["犬"]);
        Assert.Equal(3, glossary.Conflicts.Count);
    }

    [Fact]
    public async Task ABadTranslatorIsExcludedForItsTenantAndMeasuredAgainLater()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var bad = true;
        var translator = new CallbackTranslator(s => bad ? null : PseudoTranslator.Translate(s.Text, "en"));
        var options = new TranslationOptions { Fidelity = new FidelityLimits { MinimumSample = 20 }, TimeProvider = time, Direct = new CallbackChatClient("直接") };
        using var client = new TranslatingChatClient(new CallbackChatClient(""), translator, options);
        async Task AskAsTenantAsync(string tenant, int i) => await client.GetResponseAsync($"問い{i}ですか？", new ChatOptions().WithTranslation(new() { Tenant = tenant }), Token);
        for (var i = 0; i < 30; i++)
        {
            await AskAsTenantAsync("a", i);
        }

        Assert.False(client.GetFidelity("a").IsAdmitted);
        Assert.True(client.GetFidelity("b").IsAdmitted);
        var calls = translator.Calls;
        await AskAsTenantAsync("a", 99);
        Assert.Equal(calls, translator.Calls);
        bad = false;
        time.Advance(TimeSpan.FromMinutes(11));
        await AskAsTenantAsync("a", 100);
        Assert.Equal(calls + 1, translator.Calls);
        Assert.True(client.GetFidelity("a").IsAdmitted);
    }

    private static async Task<ChatResponse> AskAsync(TranslatingChatClient client, bool streamed, ChatOptions options) => streamed
        ? await client.GetStreamingResponseAsync(Question, options, Token).ToChatResponseAsync(Token)
        : await client.GetResponseAsync(Question, options, Token);
}

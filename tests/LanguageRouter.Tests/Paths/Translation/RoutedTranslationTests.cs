using System.Net;
using System.Text.Json;
using LanguageRouter.Decisions;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>The translated path behind the whole router: what a user asked for holds for the final answer, what a tenant set reaches the path.</summary>
public sealed class RoutedTranslationTests
{
    private const string Question = "量子力学とは何ですか？";
    private const string Answer = "It has 3 parts. They are small.";

    private static readonly string Translated = PseudoTranslator.Translate("It has 3 parts.", "ja") + PseudoTranslator.Translate("They are small.", "ja");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheAnswerComesBackInJapanese(bool streamed)
    {
        await using var router = Router();
        var response = await AskAsync(router, streamed, Question);
        Assert.Equal(Translated, response.Text);
        Assert.Equal("english", response.GetRoutingDecision()!.Chosen.Name);
        Assert.Equal(streamed, response.GetRoutingDecision()!.Signals.IsStreamed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnEnglishAnswerHasNoWayBack(bool streamed)
    {
        await using var router = Router();
        var response = await AskAsync(router, streamed, "量子力学とは何ですか？英語で答えてください。");
        Assert.Equal(Answer, response.Text);
        Assert.Equal("en", response.GetRoutingDecision()!.Signals.AnswerLanguage);
        await router.Client.FlushRecordsAsync(Token);
        Assert.DoesNotContain(router.Sink.Records[0].Attempts[0].Legs, leg => leg.Kind == LegKind.TranslateOut);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALengthInCharactersIsToldToTheModelInWords(bool streamed)
    {
        await using var router = Router();
        await AskAsync(router, streamed, "量子力学とは何ですか？200字以内で説明してください。");
        Assert.Contains("about 76 English words", router.Frontier.Requests[0].Messages[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StopSequencesEndWhatTheUserReads(bool streamed)
    {
        await using var router = Router();
        var response = await AskAsync(router, streamed, Question, new ChatOptions { StopSequences = ["。"] });
        Assert.Equal(PseudoTranslator.Translate("It has 3 parts", "ja"), response.Text);
        Assert.Null(router.Frontier.Requests[0].Options!.StopSequences);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task JsonIsTranslatedWhereTheSchemaSaysText(bool streamed)
    {
        await using var router = Router(policy => policy.JsonAnswers = true, """{ "title": "A small cat.", "status": "open" }""");
        var response = await AskAsync(router, streamed, Question, Json("""{"type":"object","properties":{"title":{"type":"string"},"status":{"type":"string","enum":["open"]}}}"""));
        Assert.Equal($$"""{ "title": "{{PseudoTranslator.Translate("A small cat.", "ja")}}", "status": "open" }""", response.Text);
    }

    [Theory]
    [InlineData(false, """{"type":"object"}""", "Translation:JsonAnswers is not set")]
    [InlineData(true, """{"type":"string","enum":["開","閉"]}""", "Japanese names or literals")]
    [InlineData(true, """{"type":"object","properties":{"名前":{"type":"string"}}}""", "Japanese names or literals")]
    [InlineData(true, null, "no schema")]
    public async Task JsonThatCannotBeTranslatedSafelyIsExcludedAtTheDecision(bool allowed, string? schema, string reason)
    {
        await using var router = Router(policy => policy.JsonAnswers = allowed);
        var response = await AskAsync(router, false, Question, schema is null ? new ChatOptions { ResponseFormat = ChatResponseFormat.Json } : Json(schema));
        AssertExcluded(response, ReasonCodes.NotTranslatable, reason);
        Assert.Empty(router.Mini.Requests);
    }

    [Fact]
    public async Task ToolsAreTranslatedWhereThePolicyNamesThemAll()
    {
        await using var router = Router(policy => policy.Tools = new Dictionary<string, ToolTextOptions> { ["search"] = new() { Arguments = ["query"], Results = ["summary"] } });
        router.Frontier.OnResponse = (messages, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, messages.Any(m => m.Role == ChatRole.Tool)
            ? [new TextContent(Answer)]
            : [new FunctionCallContent("1", "search", new Dictionary<string, object?> { ["query"] = "small cats", ["limit"] = 3 })])));
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((string query) => query, "search", "文書を探します。")] };
        List<ChatMessage> messages = [new(ChatRole.User, Question)];
        var first = await router.Client.GetResponseAsync(messages, options, Token);
        Assert.Equal("english", first.GetRoutingDecision()!.Chosen.Name);
        var call = Assert.IsType<FunctionCallContent>(first.Messages[0].Contents[0]);
        Assert.Equal(PseudoTranslator.Translate("small cats", "ja"), call.Arguments!["query"]);
        messages.AddMessages(first);
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent("1", """{"id":"猫1","summary":"小さい猫です。"}""")]));
        Assert.Equal(Translated, (await router.Client.GetResponseAsync(messages, options, Token)).Text);

        var (sent, sentOptions) = router.Frontier.Requests[1];
        Assert.Equal(PseudoTranslator.Translate("文書を探します。", "en"), sentOptions!.Tools![0].Description);
        Assert.Equal("small cats", ((FunctionCallContent)sent[1].Contents[0]).Arguments!["query"]);
        Assert.Equal($$"""{"id":"猫1","summary":"{{PseudoTranslator.Translate("小さい猫です。", "en")}}"}""", ((FunctionResultContent)sent[2].Contents[0]).Result);

        options.Tools.Add(AIFunctionFactory.Create(() => 1, "clock", "時刻です。"));
        AssertExcluded(await router.Client.GetResponseAsync(Question, options, Token), ReasonCodes.NotTranslatable, "does not name tool 'clock'");
    }

    [Fact]
    public async Task EachTenantHasItsOwnTermsAndRegister()
    {
        await using var router = Router(change: options => options.Tenants["acme"] = new RoutingPolicyOptions
        {
            Translation = new TranslationPolicyOptions { Glossary = [new GlossaryTermOptions { Source = "量子力学", Target = "Quantum-Lore" }], Register = Register.Honorific },
        });
        await AskAsync(router, false, Question, new ChatOptions().WithRoutingTenant("acme"), expectFailure: true);
        Assert.Equal("Quantum-Lore", router.Mini.Request(0).GetProperty("terms").GetProperty("量子力学").GetString());

        var before = router.Mini.Requests.Count;
        await AskAsync(router, false, "物理学とは何ですか？", new ChatOptions().WithRoutingTenant("acme"));
        Assert.Contains("honorific", router.Mini.Request(router.Mini.Requests.Count - 1).GetProperty("style").GetString(), StringComparison.Ordinal);
        Assert.True(router.Mini.Requests.Count > before);

        await AskAsync(router, false, Question, new ChatOptions().WithRoutingTenant("globex"));
        var last = router.Mini.Request(router.Mini.Requests.Count - 1);
        Assert.False(last.TryGetProperty("terms", out _));
        Assert.Contains("polite", last.GetProperty("style").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATranslatorThatFailsATenantTooOftenIsExcludedForItAtTheDecision()
    {
        var time = new FakeTimeProvider();
        var broken = true;
        await using var router = Router(policy => policy.MinimumSample = 4, time: time);
        router.Mini = SlotModel.Create((text, target) => broken ? null : PseudoTranslator.Translate(text, target));
        for (var i = 0; i < 4; i++)
        {
            // The path gives up before output, and the direct route answers.
            var failed = await AskAsync(router, i % 2 == 0, Question, new ChatOptions().WithRoutingTenant("acme"));
            Assert.Equal(("english", Answer), (failed.GetRoutingDecision()!.Chosen.Name, failed.Text));
        }

        // The same request is remembered with another choice; it is decided anew all the same.
        var calls = router.Mini.Requests.Count;
        AssertExcluded(await AskAsync(router, false, Question, new ChatOptions().WithRoutingTenant("acme")), ReasonCodes.TranslationFidelity, "4 of 4 sentences of translator 'mini'");
        Assert.Equal(calls, router.Mini.Requests.Count);
        broken = false;
        Assert.Equal(Translated, (await AskAsync(router, false, Question, new ChatOptions().WithRoutingTenant("globex"))).Text);
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(Translated, (await AskAsync(router, false, Question, new ChatOptions().WithRoutingTenant("acme"))).Text);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.TooManyRequests, true)]
    [InlineData(false, HttpStatusCode.TooManyRequests, true)]
    [InlineData(true, HttpStatusCode.BadGateway, false)]
    [InlineData(false, HttpStatusCode.BadGateway, false)]
    public async Task AModelThatFailsAfterTheTranslatorWasPaidCostsItsTranslation(bool streamed, HttpStatusCode status, bool isKnown)
    {
        await using var router = Router(change: options => (options.Models["mini"].InputPrice, options.Models["mini"].OutputPrice) = (1, 1));
        var mini = SlotModel.Create();
        router.Mini = new TestChatClient
        {
            OnResponse = async (messages, options, token) =>
            {
                var response = await mini.OnResponse!(messages, options, token);
                response.Usage = new UsageDetails { InputTokenCount = 300, OutputTokenCount = 20 };
                return response;
            },
        };
        router.Frontier = TestChatClient.Throwing(() => new HttpRequestException("refused", null, status));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(router, streamed, Question));
        await router.Client.FlushRecordsAsync(Token);
        var attempt = router.Sink.Records[0].Attempts.Single(a => a.Route.Name == "english");
        Assert.Equal([(LegKind.TranslateIn, null), (LegKind.Answer, "model_error")], attempt.Legs.Select(l => (l.Kind, l.Failure)));
        Assert.Equal(isKnown, attempt.Cost.IsKnown);
        Assert.Equal(isKnown ? 320 / 1e6m : 0, attempt.Cost.LikelyUsd);
    }

    [Fact]
    public async Task AStreamedAnswerIsExpectedToCostMoreInstructions()
    {
        // A router each, so that neither bill is corrected by what the other request taught.
        await using var asking = Router();
        await using var streaming = Router();
        var whole = (await AskAsync(asking, false, Question)).GetRoutingDecision()!;
        var streamed = (await AskAsync(streaming, true, Question)).GetRoutingDecision()!;
        var calls = TranslateOutCalls.Estimate(AnswerLengths.Predict(whole.Signals.Task), streamed: true);
        var (once, often) = (Back(whole), Back(streamed));
        Assert.True(calls.Likely > 1);
        Assert.Equal(300 * (calls.Likely - 1), often.InputTokens.Likely - once.InputTokens.Likely);
        Assert.Equal(once.OutputTokens, often.OutputTokens);

        static BillLeg Back(RoutingDecision decision) => decision.Scores.Single(s => s.Route.Name == "english").Bill.Legs.Single(l => l.Kind == LegKind.TranslateOut);
    }

    private static ChatOptions Json(string schema) => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(schema).RootElement) };

    private static void AssertExcluded(ChatResponse response, string code, string detail)
    {
        var decision = response.GetRoutingDecision()!;
        Assert.Equal("direct", decision.Chosen.Name);
        var exclusion = decision.Scores.Single(s => s.Route.Name == "english").Exclusion!;
        Assert.Equal(code, exclusion.Code);
        Assert.Contains(detail, exclusion.Detail, StringComparison.Ordinal);
    }

    private static TestRouter Router(Action<TranslationPolicyOptions>? policy = null, string answer = Answer, Action<RoutingOptions>? change = null, TimeProvider? time = null)
    {
        var router = new TestRouter(
            options =>
            {
                // Cost alone decides, and translation costs nothing.
                (options.Models["mini"].InputPrice, options.Models["mini"].OutputPrice) = (0, 0);
                options.Models["frontier"].Capabilities = ModelCapabilities.Tools | ModelCapabilities.Json;
                (options.Defaults.QualityWeight, options.Defaults.QualityFloor, options.Defaults.LatencyWeight) = (0, -100, 0);
                options.Defaults.Routes = ["direct", "english"];
                options.Defaults.DenyTranslationFor = [];
                policy?.Invoke(options.Defaults.Translation = new TranslationPolicyOptions());
                change?.Invoke(options);
            },
            services => _ = time is null ? services : services.AddSingleton(time))
        {
            Mini = SlotModel.Create(),
            Frontier = TestChatClient.Answering(answer),
        };
        return router;
    }

    private static async Task<ChatResponse> AskAsync(TestRouter router, bool streamed, string question, ChatOptions? options = null, bool expectFailure = false)
    {
        var response = streamed
            ? await router.Client.GetStreamingResponseAsync(question, options, Token).ToChatResponseAsync(Token)
            : await router.Client.GetResponseAsync(question, options, Token);

        // The fake knows no glossary: its work is refused, and the direct route answers.
        Assert.False(expectFailure && response.Text != Answer);
        return response;
    }
}

using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Testing;
using LanguageRouter.Policies;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.Extensions.AI;

namespace LanguageRouter.OpenAI.Tests.Engine;

/// <summary>The router against a real engine: direct on the base model, adapted on its LoRA. The answers are noise; names, counts and errors are real.</summary>
public sealed class EngineTests(LlamaCppEngine engine) : IClassFixture<LlamaCppEngine>
{
    // On a loaded machine the engine takes its time over every token.
    private const int AnswerTokens = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("direct", "tiny-ja", false)]
    [InlineData("direct", "tiny-ja", true)]
    [InlineData("adapted", "tiny-ja-lora", false)]
    [InlineData("adapted", "tiny-ja-lora", true)]
    public async Task ARouteAnswersUnderItsModelsNameWithTheEnginesOwnUsage(string route, string model, bool stream)
    {
        engine.SkipWhereMissing();
        await using var router = new OpenAIRouter(Settings(route));
        foreach (var text in SharedFolder.Texts(1, "ja-prompts", "niilc-test.jsonl"))
        {
            var options = new ChatOptions { MaxOutputTokens = AnswerTokens, Temperature = 0, Seed = 1 };
            var response = stream
                ? await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(text), options, Token).ToChatResponseAsync(Token)
                : await router.Client.GetResponseAsync(OpenAIRouter.User(text), options, Token);
            Assert.Equal(model, response.ModelId);
            Assert.Equal(route, response.GetRoutingDecision()!.Target.Name);

            // 1. What the engine says to the same request without the router.
            var own = await engine.AnswerAsync(model, text, AnswerTokens, Token);
            Assert.Equal((string?)own["choices"]![0]!["message"]!["content"], response.Text);
            Assert.Equal((string?)own["choices"]![0]!["finish_reason"], response.FinishReason!.Value.Value);
            Assert.Equal((long?)own["usage"]!["prompt_tokens"], response.Usage!.InputTokenCount);
            Assert.Equal((long?)own["usage"]!["completion_tokens"], response.Usage.OutputTokenCount);

            // 2. The prompt's count: the engine's and the SDK's, of the text that this engine makes of the messages.
            var prompt = $"user: {text}\nassistant: ";
            var counted = await engine.CountAsync(prompt, Token);
            Assert.Equal(response.Usage.InputTokenCount, counted.Tokens);
            Assert.Equal(counted.WithEveryByte, Configuration(router).Tokenizers.Get("llm-jp").Count(prompt));

            // 3. The record says the same, and its price is that of the counts.
            var record = await router.RecordAsync();
            var attempt = Assert.Single(record.Attempts);
            var leg = Assert.Single(attempt.Legs);
            Assert.Equal((AttemptOutcome.Succeeded, model), (attempt.Outcome, leg.ModelId));
            Assert.Equal((response.Usage.InputTokenCount, response.Usage.OutputTokenCount), (leg.Usage!.InputTokenCount, leg.Usage.OutputTokenCount));
            Assert.Equal((response.Usage.InputTokenCount * 0.1m + response.Usage.OutputTokenCount * 0.4m) / 1_000_000, record.ActualCost.LikelyUsd);
            Assert.Equal(2, record.Decision.Scores.Length);
        }
    }

    [Fact]
    public async Task TheAdapterChangesTheAnswer()
    {
        engine.SkipWhereMissing();
        var text = SharedFolder.Texts(1, "ja-prompts", "niilc-test.jsonl")[0];
        var answers = new List<string?>();
        foreach (var model in new[] { "tiny-ja", "tiny-ja-lora" })
        {
            answers.Add((string?)(await engine.AnswerAsync(model, text, AnswerTokens, Token))["choices"]![0]!["message"]!["content"]);
        }

        Assert.NotEqual(answers[0], answers[1]);
    }

    [Fact]
    public async Task CountsOfTheSdkEqualTheEngines()
    {
        engine.SkipWhereMissing();
        await using var router = new OpenAIRouter(Settings("adapted"));
        var counter = Configuration(router).Tokenizers.Get("llm-jp");
        var enginesReading = SentencePieceEncoder.Load(LlamaCppEngine.TokenizerFile, dialect: SentencePieceDialect.LlamaCpp);
        string[] texts =
        [
            .. SharedFolder.Texts(88, "ja-prompts", "mtbench-ja.jsonl"),
            .. SharedFolder.Texts(160, "ja-en-parallel", "flores-devtest.jsonl"),
            .. SharedFolder.Texts(100, "ja-prompts", "jmmlu.jsonl"),
            .. SharedFolder.Texts(60, "ja-prompts", "jhumaneval.jsonl"),
            .. SharedFolder.Texts(60, "ja-prompts", "jsquad-valid-1perparagraph.jsonl"),
            .. SharedFolder.Texts(60, "ja-outcomes", "items.jsonl"),
        ];
        var (whole, different) = (0, new List<string>());
        foreach (var text in texts)
        {
            var own = await engine.CountAsync(text, Token);
            whole += own.IsWhole ? 1 : 0;
            if (own.WithEveryByte != counter.Count(text) || own.Tokens != enginesReading.Count(text) || (own.IsWhole && own.Tokens != counter.Count(text)))
            {
                different.Add($"{own}, here {counter.Count(text)} and {enginesReading.Count(text)}: {text}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{texts.Length} texts: {whole} have the engine's count, {texts.Length - whole} have it but for the characters that the engine loses");
        Assert.Empty(different);
        Assert.True(whole > 250, $"only {whole} of {texts.Length} texts were kept whole by the engine");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAdaptedRouteInTokenIdsSendsWhatTheEngineAloneWouldLose(bool stream)
    {
        engine.SkipWhereMissing();
        var settings = Settings("adapted");
        settings["LanguageRouter:Routes:1:Adapter"] = "tiny-ja-lora";
        settings["LanguageRouter:Models:tiny-ja-lora:Client:Protocol"] = "token-ids";
        settings["LanguageRouter:Models:tiny-ja-lora:Client:Template"] = "plain";
        settings["LanguageRouter:Tokenizers:llm-jp-llama-cpp:File"] = LlamaCppEngine.TokenizerFile;
        settings["LanguageRouter:Tokenizers:llm-jp-llama-cpp:Reading"] = "llama-cpp";
        settings["LanguageRouter:Models:tiny-ja-lora:Client:ServerTokenizer"] = "llm-jp-llama-cpp";
        settings["LanguageRouter:Models:tiny-ja-lora:BaseTokenizer"] = "o200k_base";
        await using var router = new OpenAIRouter(settings);
        var options = new ChatOptions { MaxOutputTokens = AnswerTokens, Temperature = 0 };
        const string Text = "𠮷野家の歴史は？\n\n短く。";
        var response = stream
            ? await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(Text), options, Token).ToChatResponseAsync(Token)
            : await router.Client.GetResponseAsync(OpenAIRouter.User(Text), options, Token);
        Assert.Equal("tiny-ja-lora", response.ModelId);
        Assert.Equal("adapted", response.GetRoutingDecision()!.Target.Name);

        // The usage is the engine's count of the ids that it was sent: every byte of the rare character and both line breaks.
        var counted = await engine.CountAsync($"user: {Text}\nassistant: ", Token);
        Assert.True(counted.UnknownTokens > 0);
        Assert.InRange(response.Usage!.InputTokenCount!.Value, counted.WithEveryByte - 1, counted.WithEveryByte + 2);
        Assert.Equal(AnswerTokens, response.Usage.OutputTokenCount);
        var record = await router.RecordAsync();
        var attempt = Assert.Single(record.Attempts);
        Assert.Equal((AttemptOutcome.Succeeded, response.Usage.InputTokenCount), (attempt.Outcome, Assert.Single(attempt.Legs).Usage!.InputTokenCount));

        // The account: what the same texts take in the base tokenizer, at the same prices.
        var (own, reference) = (Configuration(router).Tokenizers.Get("llm-jp"), Configuration(router).Tokenizers.Get("o200k_base"));
        var comparison = record.TokenizerComparison!;
        Assert.Equal(("llm-jp", "o200k_base", true), (comparison.Tokenizer, comparison.BaseTokenizer, comparison.IsReported));
        Assert.Equal((response.Usage.InputTokenCount, response.Usage.OutputTokenCount), (comparison.PromptTokens, comparison.AnswerTokens));
        Assert.Equal(comparison.PromptTokens - own.Count(Text) + reference.Count(Text), comparison.BasePromptTokens);
        Assert.Equal(record.ActualCost, comparison.Cost);
        Assert.Equal((comparison.BasePromptTokens * 0.1m + comparison.BaseAnswerTokens * 0.4m) / 1_000_000, comparison.BaseCost.LikelyUsd);
    }

    [Fact]
    public async Task AnUnknownAdapterIsNotFoundAndDoesNotFailOver()
    {
        engine.SkipWhereMissing();
        var settings = Settings("adapted");
        settings["LanguageRouter:Routes:1:Adapter"] = "no-such-lora";
        await using var router = new OpenAIRouter(settings);
        await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token));
        Assert.Equal(RouteErrorClass.NotFound, Assert.Single((await router.RecordAsync()).Attempts).Error);
    }

    [Fact]
    public async Task TooLongForTheEngineFailsOver()
    {
        engine.SkipWhereMissing();
        var settings = Settings("adapted");
        settings.Remove("LanguageRouter:Models:tiny-ja:ContextWindow");
        settings.Remove("LanguageRouter:Models:tiny-ja-lora:ContextWindow");
        await using var router = new OpenAIRouter(settings);
        var longText = string.Concat(Enumerable.Repeat("東京都千代田区の歴史について述べよ。", 800));
        await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => router.Client.GetResponseAsync(OpenAIRouter.User(longText), cancellationToken: Token));
        var attempts = (await router.RecordAsync()).Attempts;
        Assert.Equal(2, attempts.Length);
        Assert.All(attempts, attempt => Assert.Equal(RouteErrorClass.ContextLength, attempt.Error));
    }

    // Both routes cost the same; the one under test is the default, so that it wins the tie.
    private Dictionary<string, string?> Settings(string defaultRoute)
    {
        var settings = new Dictionary<string, string?>
        {
            ["LanguageRouter:Tokenizers:llm-jp"] = LlamaCppEngine.TokenizerFile,
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "tiny-ja",
            ["LanguageRouter:Routes:1:Name"] = "adapted",
            ["LanguageRouter:Routes:1:Kind"] = "adapted",
            ["LanguageRouter:Routes:1:Model"] = "tiny-ja-lora",
            ["LanguageRouter:Routes:1:Languages"] = "",
            ["LanguageRouter:Defaults:DefaultRoute"] = defaultRoute,
            ["LanguageRouter:Defaults:Mode"] = "enforce",
            ["LanguageRouter:Defaults:QualityWeight"] = "0",
            ["LanguageRouter:Defaults:QualityFloor"] = "-100",
            ["LanguageRouter:Defaults:Routes:0"] = defaultRoute,
            ["LanguageRouter:Defaults:Routes:1"] = defaultRoute == "direct" ? "adapted" : "direct",
        };
        foreach (var model in new[] { "tiny-ja", "tiny-ja-lora" })
        {
            settings[$"LanguageRouter:Models:{model}:Tokenizer"] = "llm-jp";
            settings[$"LanguageRouter:Models:{model}:ContextWindow"] = "4096";
            settings[$"LanguageRouter:Models:{model}:InputPrice"] = "0.1";
            settings[$"LanguageRouter:Models:{model}:OutputPrice"] = "0.4";
            settings[$"LanguageRouter:Models:{model}:Client:Endpoint"] = engine.Address + "/v1";
        }

        return settings;
    }

    private static RoutingConfiguration Configuration(OpenAIRouter router) =>
        (RoutingConfiguration)router.Client.GetService(typeof(RoutingConfiguration))!;
}

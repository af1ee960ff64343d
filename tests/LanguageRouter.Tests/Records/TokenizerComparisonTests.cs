using LanguageRouter.Records;
using LanguageRouter.Tests.Testing;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Records;

public sealed class TokenizerComparisonTests
{
    private const string Question = "量子力学の歴史を、高校生にも分かる言葉で説明してください。";
    private const string Answer = "量子力学は二十世紀の初めに生まれました。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAdaptedAnswerIsComparedWithTheBaseTokenizer(bool stream)
    {
        await using var router = Router(input: 60, output: 30);
        var record = await AskAsync(router, stream);
        var comparison = record.TokenizerComparison!;
        var (own, reference) = (BytePairTokenCounter.Cl100kBase, BytePairTokenCounter.O200kBase);

        Assert.Equal("japanese", record.Attempts[^1].Route.Name);
        Assert.Equal(("local-lora", "cl100k_base", "o200k_base"), (comparison.Adapter, comparison.Tokenizer, comparison.BaseTokenizer));
        Assert.True(comparison.IsReported);
        Assert.Equal((60, 30), (comparison.PromptTokens, comparison.AnswerTokens));

        // The template, and whatever else is billed beyond the texts, is the same on both sides.
        Assert.Equal(60 - own.Count(Question) + reference.Count(Question), comparison.BasePromptTokens);
        Assert.Equal(30 - own.Count(Answer) + reference.Count(Answer), comparison.BaseAnswerTokens);
        Assert.Equal(record.ActualCost, comparison.Cost);
        Assert.Equal((comparison.BasePromptTokens * 0.05m + comparison.BaseAnswerTokens * 0.1m) / 1_000_000, comparison.BaseCost.LikelyUsd);
        Assert.True(comparison.BaseCost.LikelyUsd < comparison.Cost.LikelyUsd, "cl100k_base takes more tokens for Japanese than o200k_base");
    }

    [Fact]
    public async Task WhatIsNotReportedIsCountedAndSaysSo()
    {
        await using var router = Router(input: null, output: null);
        var record = await AskAsync(router, stream: false);
        Assert.False(record.TokenizerComparison!.IsReported);
        Assert.False(record.ActualCost.IsKnown);
        Assert.Equal(BytePairTokenCounter.Cl100kBase.Count(Question), record.TokenizerComparison.PromptTokens);
        Assert.Equal(BytePairTokenCounter.O200kBase.Count(Question), record.TokenizerComparison.BasePromptTokens);
        Assert.Equal(BytePairTokenCounter.O200kBase.Count(Answer), record.TokenizerComparison.BaseAnswerTokens);
    }

    [Fact]
    public async Task TheBaseReadsTheSameShareFromTheCache()
    {
        await using var router = Router(input: 1000, output: 30, cached: 500, cachedPrice: 0.01m);
        var comparison = (await AskAsync(router, stream: false)).TokenizerComparison!;
        var cached = Math.Round(500.0 * comparison.BasePromptTokens / 1000);
        var expected = ((comparison.BasePromptTokens - (decimal)cached) * 0.05m + (decimal)cached * 0.01m + comparison.BaseAnswerTokens * 0.1m) / 1_000_000;
        Assert.Equal(expected, comparison.BaseCost.LikelyUsd);
    }

    [Theory]
    [InlineData(null, "japanese")]
    [InlineData("o200k_base", "direct")]
    public async Task NothingIsComparedWithoutABaseOrOffThePath(string? baseTokenizer, string route)
    {
        await using var router = Router(60, 30, baseTokenizer: baseTokenizer, route: route);
        Assert.Null((await AskAsync(router, stream: false)).TokenizerComparison);
    }

    private static TestRouter Router(int? input, int? output, int? cached = null, decimal? cachedPrice = null, string? baseTokenizer = "o200k_base", string route = "japanese") => new(options =>
    {
        options.Models["local"].BaseTokenizer = baseTokenizer;
        options.Models["local"].CachedInputPrice = cachedPrice;
        options.Defaults.DefaultRoute = route;
        options.Defaults.Routes = [route];
    })
    {
        Local = new TestChatClient
        {
            OnResponse = (_, options, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer))
            {
                ModelId = options?.ModelId,
                FinishReason = ChatFinishReason.Stop,
                Usage = input is null ? null : new UsageDetails { InputTokenCount = input, OutputTokenCount = output, CachedInputTokenCount = cached },
            }),
        },
    };

    private static async Task<RoutingRecord> AskAsync(TestRouter router, bool stream)
    {
        var response = stream
            ? await router.Client.GetStreamingResponseAsync(TestRouter.User(Question), cancellationToken: Token).ToChatResponseAsync(Token)
            : await router.Client.GetResponseAsync(TestRouter.User(Question), cancellationToken: Token);
        Assert.NotEmpty(response.Text);
        await router.Client.FlushRecordsAsync(Token);
        return Assert.Single(router.Sink.Records);
    }
}

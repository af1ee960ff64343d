using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Review.Judging;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Shadowing;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Accounting;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Review.Tests.Shadowing;

public sealed class ShadowRunTests
{
    private const string Prompt = "東京の人口は何人ですか。";
    private static readonly Model JudgeModel = new() { Name = "judge", ModelId = "judge-1", Prices = new ModelPrices { Input = 1, Output = 2 } };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_drawn_request_is_run_on_the_default_route_judged_and_learnt(bool streamed)
    {
        await using var router = Router(new ShadowRunOptions { DailyCapUsd = 10 });
        await AskAsync(router, streamed);
        await router.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        var comparison = Assert.Single(await ComparisonsAsync(router));
        Assert.Equal(("native", "direct"), (comparison.Route, comparison.Other));
        Assert.Equal((1.0, "judge"), (comparison.Score, comparison.Judge));
        Assert.Equal(100 * 0.05m / 1_000_000 + 50 * 0.1m / 1_000_000, comparison.Cost.LikelyUsd);
        Assert.Equal(100 * 2.5m / 1_000_000 + 50 * 10m / 1_000_000, comparison.OtherCost.LikelyUsd);
        Assert.Equal(2 * (100 * 1m + 50 * 2m) / 1_000_000, comparison.JudgeCost.LikelyUsd);
        Assert.Equal(comparison.OtherCost.LikelyUsd + comparison.JudgeCost.LikelyUsd, router.Get<ShadowRuns>().SpentTodayUsd);
        Assert.Single(router.Get<QualityLearner>().Of("")!.Cells);
    }

    [Fact]
    public async Task Nothing_is_run_unless_it_is_asked_for()
    {
        await using var none = Router(new ShadowRunOptions(), share: 0);
        await AskAsync(none);
        await using var others = Router(new ShadowRunOptions(), share: 0, options => options.Tenants["acme"] = new RoutingPolicyOptions { Learning = new LearningOptions { ShadowShare = 1 } });
        await AskAsync(others);
        await others.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await ComparisonsAsync(none));
        Assert.Empty(await ComparisonsAsync(others));
        await Client(others).GetResponseAsync(Prompt, new ChatOptions().WithRoutingTenant("acme"), TestContext.Current.CancellationToken);
        await others.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal("acme", Assert.Single(await ComparisonsAsync(others)).Tenant);
    }

    [Fact]
    public async Task The_money_is_never_overspent()
    {
        await using var router = Router(new ShadowRunOptions { DailyCapUsd = 0.03m });
        for (var i = 0; i < 20; i++)
        {
            await AskAsync(router);
        }

        var runs = router.Get<ShadowRuns>();
        await runs.FlushAsync(TestContext.Current.CancellationToken);
        Assert.InRange(runs.SpentTodayUsd, 0, 0.03m);
    }

    [Fact]
    public async Task A_shadow_that_fails_harms_nobody()
    {
        await using var router = Router(new ShadowRunOptions { DailyCapUsd = 10 });
        router.Frontier = _ => throw new InvalidOperationException("down");
        Assert.Equal("local", await AskAsync(router));
        await router.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        var failed = Assert.Single(await ComparisonsAsync(router));
        Assert.Equal((StoredComparison.RouteFailed, (double?)null), (failed.Failure, failed.Score));
        Assert.False(failed.OtherCost.IsKnown);
        Assert.True(failed.Cost.IsKnown);
        router.Frontier = _ => "frontier";
        await AskAsync(router);
        await router.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, (await ComparisonsAsync(router)).Count);

        // The account has the second's cost, and that of the first is not known; a verdict rests on the second alone.
        await router.FlushAsync();
        await router.Store.AppendAsync([], TestContext.Current.CancellationToken);
        var total = Assert.Single(await router.Store.RollUpAsync(new RollupQuery(), TestContext.Current.CancellationToken));
        Assert.Equal(750_000 + 400_000, total[RollupSum.ShadowCost]);
        Assert.Equal(1, total[RollupSum.ShadowsOfUnknownCost]);
        var verdict = (await VerdictReport.ReadAsync(router.Store, RecordFilter.All, cancellationToken: TestContext.Current.CancellationToken))[0];
        Assert.Equal((1, 1, 1), (verdict.Judged, verdict.Priced, verdict.Timed));
    }

    [Fact]
    public async Task A_judge_that_fails_leaves_costs_and_times()
    {
        await using var router = Router(new ShadowRunOptions { DailyCapUsd = 10 }, judge: _ => throw new InvalidOperationException("down"));
        await AskAsync(router);
        await router.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        var comparison = Assert.Single(await ComparisonsAsync(router));
        Assert.Equal("judge-failed", comparison.Failure);
        Assert.True(comparison.OtherCost.IsKnown);
        Assert.False(comparison.JudgeCost.IsKnown);
        var verdict = (await VerdictReport.ReadAsync(router.Store, RecordFilter.All, cancellationToken: TestContext.Current.CancellationToken))[0];
        Assert.Equal((0, 1), (verdict.Judged, verdict.Priced));
    }

    [Fact]
    public async Task A_request_with_tools_is_never_run_twice()
    {
        await using var router = Router(new ShadowRunOptions { DailyCapUsd = 10 }, change: options => options.Models["local"].Capabilities = options.Models["frontier"].Capabilities = ModelCapabilities.Tools);
        await Client(router).GetResponseAsync(Prompt, new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "pay")] }, TestContext.Current.CancellationToken);
        await router.Get<ShadowRuns>().FlushAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await ComparisonsAsync(router));
    }

    [Fact]
    public void A_cap_holds_under_reservations_and_begins_anew_each_day()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
        var cap = new MoneyCap(1, time);
        var first = cap.TryReserve(CostInterval.Exact(0.6m));
        Assert.NotNull(first);
        Assert.Null(cap.TryReserve(CostInterval.Exact(0.6m)));
        Assert.Null(cap.TryReserve(CostInterval.Unknown("no price")));
        cap.Settle(first, CostInterval.Exact(0.1m));
        var second = cap.TryReserve(CostInterval.Exact(0.9m));
        Assert.NotNull(second);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, cap.SpentTodayUsd);
        cap.Settle(second, CostInterval.Unknown("lost"));
        Assert.Equal(0.9m, cap.SpentTodayUsd);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void Options_that_make_no_sense_are_refused(int cap, int capacity) =>
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            new ServiceCollection().AddShadowRuns(new ShadowRunOptions { DailyCapUsd = cap, QueueCapacity = capacity }));

    private static ReviewRouter Router(ShadowRunOptions options, double share = 1, Action<RoutingOptions>? change = null, Func<string, string>? judge = null) => new(
        services => services.AddQualityLearning().AddShadowRuns(options, _ => new PairwiseJudge(new CallbackModel(judge ?? PreferLocal), JudgeModel)),
        routing =>
        {
            routing.Defaults.Learning = new LearningOptions { ShadowShare = share };
            change?.Invoke(routing);
        });

    private static IChatClient Client(ReviewRouter router) => router.Client.AsBuilder().UseShadowRuns().Build(router.Get<IServiceProvider>());

    private static async Task<string> AskAsync(ReviewRouter router, bool streamed = false)
    {
        var client = Client(router);
        return streamed
            ? (await client.GetStreamingResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken)).Text
            : (await client.GetResponseAsync(Prompt, cancellationToken: TestContext.Current.CancellationToken)).Text;
    }

    private static async Task<List<StoredComparison>> ComparisonsAsync(ReviewRouter router) =>
        await router.Store.ReadComparisonsAsync(RecordFilter.All, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private static string PreferLocal(string text)
    {
        var check = System.Text.RegularExpressions.Regex.Match(text, @"The number is (\d+)").Groups[1].Value;
        return $$"""{"check": {{check}}, "better": "{{(text.Contains("\"answer_1\":\"local\"", StringComparison.Ordinal) ? "1" : "2")}}"}""";
    }
}

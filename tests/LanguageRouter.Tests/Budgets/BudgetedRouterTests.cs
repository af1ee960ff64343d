using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Budgets;

public sealed class BudgetedRouterTests
{
    private const string Prompt = "次の数学の問題を解いてください。1から100までの整数の和はいくつですか。";

    // What TestRouter's models report: 100 tokens in and 50 out at 2.5 and 10; 60 and 30 at 0.05 and 0.1.
    private const decimal FrontierUsd = 0.00075m;
    private const decimal LocalUsd = 0.000006m;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARequestReservesTheHighEndOfItsBillAndSettlesWhatItCost()
    {
        await using var router = Router(hard: 1);
        var response = await router.Client.GetResponseAsync(Prompt, Of("acme"), Token);
        await Flush(router);
        var record = Assert.Single(router.Sink.Records);
        var charge = Assert.Single(record.BudgetCharges);
        var bill = response.GetRoutingDecision()!.ScoreOf(charge.Route.Name)!.Bill;
        Assert.Equal((BudgetChargeKind.Reserved, bill.Total.HighUsd, FrontierUsd, false), (charge.Kind, charge.ReservedUsd, charge.SettledUsd, charge.IsEstimated));
        Assert.Equal(1 - FrontierUsd, Standing(router, "acme").RemainingUsd);
    }

    [Fact]
    public async Task AHardLimitRefusesWithATypedErrorThatSaysWhenItResetsAndNoRouteHasFailed()
    {
        await using var router = Router(hard: 0.0000001m, zone: "Asia/Tokyo");
        var refusal = await Assert.ThrowsAsync<BudgetExceededException>(() => router.Client.GetResponseAsync(Prompt, Of("acme"), Token));
        Assert.Equal(("acme", BudgetPeriod.Day, 0.0000001m, 0), (refusal.Tenant, refusal.Period, refusal.LimitUsd, refusal.SpentUsd));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.FromHours(9)), refusal.ResetsAt);
        Assert.Contains("2026-11-27 00:00 +09:00", refusal.Message, StringComparison.Ordinal);
        await Flush(router);
        var record = Assert.Single(router.Sink.Records);
        Assert.Empty(record.Attempts);
        Assert.Contains(record.BudgetCharges, charge => charge.Kind == BudgetChargeKind.Refused);
        Assert.Empty(router.Frontier.Requests);
    }

    [Fact]
    public async Task ARouteRunByItselfIsPaidOutOfTheBudgetAndRefusedWithoutOne()
    {
        await using var router = Router(hard: 1);
        await router.Client.RunRouteAsync("direct", TestRouter.User(Prompt), Of("acme"), Token);
        Assert.Equal(1 - FrontierUsd, Standing(router, "acme").RemainingUsd);

        router.Frontier.OnResponse = (_, _, _) => throw new HttpRequestException("cut");
        await Assert.ThrowsAsync<HttpRequestException>(() => router.Client.RunRouteAsync("direct", TestRouter.User(Prompt), Of("acme"), Token));
        Assert.True(Standing(router, "acme").RemainingUsd < 1 - FrontierUsd);

        await using var poor = Router(hard: 0.0000001m);
        await Assert.ThrowsAsync<BudgetExceededException>(() => poor.Client.RunRouteAsync("direct", TestRouter.User(Prompt), Of("acme"), Token));
        Assert.Empty(poor.Frontier.Requests);
    }

    [Fact]
    public async Task ARouteThatTheRestOfTheBudgetDoesNotPayForIsLeftOut()
    {
        await using var router = Router(hard: 0.001m, floor: -100);
        var response = await router.Client.GetResponseAsync(Prompt, Of("acme"), Token);
        var decision = response.GetRoutingDecision()!;
        Assert.Equal("japanese", decision.Chosen.Name);
        Assert.Equal(ReasonCodes.OverBudget, decision.ScoreOf("direct")!.Exclusion!.Code);
        Assert.Equal(0.001m - LocalUsd, Standing(router, "acme").RemainingUsd);
    }

    [Fact]
    public async Task OverTheSoftLimitOnlyTheCheapestEligibleRouteAnswers()
    {
        await using var router = Router(soft: 0.0007m, floor: -100);
        var before = (await router.Client.GetResponseAsync(Prompt, Of("acme"), Token)).GetRoutingDecision()!;
        var after = (await router.Client.GetResponseAsync(Prompt, Of("acme"), Token)).GetRoutingDecision()!;
        Assert.Equal(("direct", "japanese"), (before.Chosen.Name, after.Chosen.Name));
        Assert.Equal(ReasonCodes.OverSoftLimit, after.ScoreOf("direct")!.Exclusion!.Code);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("direct", (await router.Client.GetResponseAsync(Prompt, Of("acme"), Token)).GetRoutingDecision()!.Chosen.Name);
    }

    [Fact]
    public async Task AConversationIsNotTrappedOnARouteThatItsBudgetNoLongerPaysFor()
    {
        await using var router = Router(soft: 0.0007m, floor: -100);
        var before = (await router.Client.GetResponseAsync(Prompt, Of("acme").WithRoutingConversation("c"), Token)).GetRoutingDecision()!;
        var after = (await router.Client.GetResponseAsync(Prompt, Of("acme").WithRoutingConversation("c"), Token)).GetRoutingDecision()!;
        Assert.Equal(("direct", "japanese", DecisionOrigin.Computed), (before.Chosen.Name, after.Chosen.Name, after.Origin));
    }

    [Fact]
    public async Task AFailedAttemptIsSettledAndTheNextRouteReservesItsOwn()
    {
        await using var router = Router(hard: 1, floor: -100);
        router.Frontier = TestChatClient.Throwing(() => new TimeoutException());
        var response = await router.Client.GetResponseAsync(Prompt, Of("acme"), Token);
        await Flush(router);
        var charges = Assert.Single(router.Sink.Records).BudgetCharges;
        var likely = response.GetRoutingDecision()!.ScoreOf("direct")!.Bill.Total.LikelyUsd;
        Assert.Equal([("direct", true), ("japanese", false)], charges.Select(charge => (charge.Route.Name, charge.IsEstimated)));
        Assert.Equal(likely, charges[0].SettledUsd);
        Assert.Equal(1 - charges.Sum(charge => charge.SettledUsd), Math.Round(Standing(router, "acme").RemainingUsd!.Value, 9), 8);
    }

    [Fact]
    public async Task WhatAProviderRefusedCostsNothing()
    {
        await using var router = Router(hard: 1);
        router.Frontier = TestChatClient.Throwing(() => new HttpRequestException(null, null, System.Net.HttpStatusCode.BadRequest));
        await Assert.ThrowsAsync<HttpRequestException>(() => router.Client.GetResponseAsync(Prompt, Of("acme"), Token));
        Assert.Equal(1, Standing(router, "acme").RemainingUsd);
    }

    [Fact]
    public async Task ACutStreamSettlesItsInputAndWhatWasSeen()
    {
        await using var router = Router(hard: 1);
        router.Frontier = new TestChatClient { OnStream = (_, _, _) => Parts() };
        RoutingDecision? decision = null;
        await foreach (var update in router.Client.GetStreamingResponseAsync(Prompt, Of("acme"), Token))
        {
            decision ??= update.GetRoutingDecision();
            if (update.Text.Length > 2)
            {
                break;
            }
        }

        await Flush(router);
        var charge = Assert.Single(Assert.Single(router.Sink.Records).BudgetCharges);
        var bill = decision!.ScoreOf("direct")!.Bill;
        Assert.True(charge.IsEstimated);
        Assert.InRange(charge.SettledUsd, bill.Legs[0].InputTokens.Likely * 2.5m / 1_000_000, bill.Total.LikelyUsd / 4);
        Assert.Equal(1 - Math.Round(charge.SettledUsd, 9), Standing(router, "acme").RemainingUsd);

        static async IAsyncEnumerable<ChatResponseUpdate> Parts()
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, "答え");
            yield return new ChatResponseUpdate(ChatRole.Assistant, "は五千五十です。");
            yield return new ChatResponseUpdate(ChatRole.Assistant, "続き");
        }
    }

    [Fact]
    public async Task ATenantThatObservesIsCountedAndNeverRefused()
    {
        await using var router = Router(hard: 0.0000001m, mode: RoutingMode.Observe);
        await router.Client.GetResponseAsync(Prompt, Of("acme"), Token);
        await Flush(router);
        var charge = Assert.Single(Assert.Single(router.Sink.Records).BudgetCharges);
        Assert.Equal((BudgetChargeKind.OverLimit, FrontierUsd), (charge.Kind, charge.SettledUsd));
        Assert.NotNull(charge.Refusal);
    }

    [Theory]
    [InlineData(UnavailableLedger.Allow)]
    [InlineData(UnavailableLedger.Refuse)]
    public async Task ALedgerThatIsAwayFollowsThePolicy(UnavailableLedger when)
    {
        var ledger = new AbsentLedger();
        await using var router = new TestRouter(
            options =>
            {
                options.Defaults.Routes = ["direct"];
                options.Defaults.Budget = new BudgetOptions { Limits = [new() { Period = BudgetPeriod.Day, HardUsd = 1 }], WhenUnavailable = when };
            },
            services => services.AddSingleton<IBudgetLedger>(ledger));
        if (when == UnavailableLedger.Refuse)
        {
            var refusal = await Assert.ThrowsAsync<BudgetUnavailableException>(() => router.Client.GetResponseAsync(Prompt, Of("acme"), Token));
            Assert.Equal("acme", refusal.Tenant);
            return;
        }

        await router.Client.GetResponseAsync(Prompt, Of("acme"), Token);
        await Flush(router);
        Assert.Equal(BudgetChargeKind.Unconfirmed, Assert.Single(Assert.Single(router.Sink.Records).BudgetCharges).Kind);
        Assert.Equal(FrontierUsd, ledger.Settled);
    }

    [Fact]
    public async Task TwoTenantsUnderTheDefaultsHaveABudgetEach()
    {
        await using var router = Router(hard: 0.05m, tenant: null);
        await router.Client.GetResponseAsync(Prompt, Of("acme"), Token);
        Assert.Equal(0.05m, Standing(router, "globex").RemainingUsd);
        Assert.Equal(0.05m - FrontierUsd, Standing(router, "acme").RemainingUsd);
    }

    private TestRouter Router(decimal? soft = null, decimal? hard = null, double floor = -3, string zone = "UTC", RoutingMode mode = RoutingMode.Enforce, string? tenant = "acme") => new(
        options =>
        {
            var policy = tenant is null ? options.Defaults : options.Tenants[tenant] = new RoutingPolicyOptions();
            (options.Models["frontier"].Quality, options.Models["frontier"].QualitySource) = (new Dictionary<string, double> { ["ja"] = 90 }, "test");
            (options.Models["local"].Quality, options.Models["local"].QualitySource) = (new Dictionary<string, double> { ["ja"] = 80 }, "test");
            policy.Mode = mode;
            policy.Routes = ["direct", "japanese"];
            policy.CostWeight = 0.05;
            policy.QualityFloor = floor;
            policy.Budget = new BudgetOptions { Limits = [new() { Period = BudgetPeriod.Day, SoftUsd = soft, HardUsd = hard }], TimeZone = zone };
        },
        services => services.AddSingleton<TimeProvider>(_time));

    // The flush waits by the test's clock.
    private async Task Flush(TestRouter router)
    {
        for (var flushed = router.Client.FlushRecordsAsync(Token); !flushed.IsCompleted; await Task.Yield())
        {
            _time.Advance(TimeSpan.FromMilliseconds(5));
        }
    }

    private static BudgetStanding Standing(TestRouter router, string tenant) =>
        router.Services.GetRequiredService<IBudgetLedger>().GetStanding(tenant, ((RoutingConfiguration)router.Client.GetService(typeof(RoutingConfiguration))!).PolicyOf(tenant).Budget!);

    private static ChatOptions Of(string tenant) => new ChatOptions().WithRoutingTenant(tenant);

    private sealed class AbsentLedger : IBudgetLedger
    {
        public decimal Settled { get; private set; }

        public BudgetStanding GetStanding(string tenant, BudgetPolicy budget) => BudgetStanding.Unknown;

        public ValueTask<BudgetReservation> ReserveAsync(string tenant, BudgetPolicy budget, decimal usd, bool enforce, CancellationToken cancellationToken) => new(
            budget.WhenUnavailable == UnavailableLedger.Refuse ? BudgetReservation.Unavailable
            : BudgetReservation.Granted(new BudgetLease { Id = Guid.NewGuid(), Tenant = tenant, ReservedUsd = usd, Windows = [], IsConfirmed = false }));

        public ValueTask SettleAsync(BudgetLease lease, decimal usd)
        {
            Settled += usd;
            return ValueTask.CompletedTask;
        }
    }
}

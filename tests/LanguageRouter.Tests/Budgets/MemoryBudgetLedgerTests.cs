using CsCheck;
using LanguageRouter.Budgets;
using LanguageRouter.Evaluation.Budgets;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Budgets;

public sealed class MemoryBudgetLedgerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 10, 59, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsReservedAndSettledStaysUnderTheLimit()
    {
        var (ledger, budget) = (new MemoryBudgetLedger(_time), Budget(hard: 1m));
        var first = await Reserve(ledger, budget, 0.6m);
        var refused = await ledger.ReserveAsync("acme", budget, 0.41m, enforce: true, Token);
        Assert.Null(refused.Lease);
        Assert.Equal(0.6m, refused.Refusal!.Value.SpentUsd);
        await ledger.SettleAsync(first, 0.1m);
        await ledger.SettleAsync(first, 0.1m); // a second settlement does nothing
        Assert.Equal(0.9m, ledger.GetStanding("acme", budget).RemainingUsd);
        await Reserve(ledger, budget, 0.9m);
        Assert.Equal(0, ledger.GetStanding("acme", budget).RemainingUsd);
    }

    [Fact]
    public async Task ALeaseThatIsNeverSettledHoldsNothingAfterItsLifetimeAndALateSettlementCounts()
    {
        var (ledger, budget) = (new MemoryBudgetLedger(_time), Budget(hard: 1m, period: BudgetPeriod.Day));
        var lost = await Reserve(ledger, budget, 1m);
        Assert.Null((await ledger.ReserveAsync("acme", budget, 0.5m, enforce: true, Token)).Lease);
        _time.Advance(budget.LeaseLifetime);
        var next = await Reserve(ledger, budget, 0.5m);
        await ledger.SettleAsync(lost, 0.3m);
        await ledger.SettleAsync(next, 0.5m);
        Assert.Equal(0.2m, ledger.GetStanding("acme", budget).RemainingUsd);
    }

    [Fact]
    public async Task ASpentHourIsNewInTheNextOneAndItsRequestsStillCountWhereTheyBegan()
    {
        var (ledger, budget) = (new MemoryBudgetLedger(_time), Budget(hard: 1m));
        var before = await Reserve(ledger, budget, 1m);
        _time.Advance(TimeSpan.FromMinutes(2));
        await ledger.SettleAsync(before, 1m);
        Assert.Equal(1m, ledger.GetStanding("acme", budget).RemainingUsd);
    }

    [Fact]
    public async Task TheTightestOfSeveralLimitsDecidesAndSoftLimitsOnlyShow()
    {
        var budget = new BudgetPolicy { Limits = [new(BudgetPeriod.Hour, 0.2m, null), new(BudgetPeriod.Day, null, 1m), new(BudgetPeriod.Month, null, 0.5m)] };
        var ledger = new MemoryBudgetLedger(_time);
        await ledger.SettleAsync(await Reserve(ledger, budget, 0.3m), 0.3m);
        var standing = ledger.GetStanding("acme", budget);
        Assert.Equal((BudgetPeriod.Hour, 0.2m), (standing.OverSoft!.Value.Period, standing.RemainingUsd));
        Assert.Equal(BudgetPeriod.Month, (await ledger.ReserveAsync("acme", budget, 0.3m, enforce: true, Token)).Refusal!.Value.Limit.Period);
    }

    [Fact]
    public async Task TenantsShareNothingHoweverTheirNamesLook()
    {
        var (ledger, budget) = (new MemoryBudgetLedger(_time), Budget(hard: 1m));
        foreach (var tenant in new[] { "acme", "acme ", "ACME", "аcme", "", "acme:globex", "acme\0" })
        {
            Assert.NotNull((await ledger.ReserveAsync(tenant, budget, 1m, enforce: true, Token)).Lease);
        }
    }

    [Fact]
    public async Task AccountsOfNamesThatComeFromOutsideDoNotPileUp()
    {
        var (ledger, budget) = (new MemoryBudgetLedger(_time), Budget(hard: 1m));
        for (var i = 0; i < 5_000; i++)
        {
            await ledger.SettleAsync(await Reserve(ledger, budget, 0.1m, $"tenant {i}"), 0.1m);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(ledger.Accounts, 1, 1_100);
    }

    [Fact]
    public async Task SixteenThreadsNeverSpendMoreThanTheLimitAndSumsAreExact()
    {
        // Half of what is asked for can be granted. A cost is never above its reservation here, so the limit holds to the last billionth.
        var result = await LedgerLoad.RunAsync(new MemoryBudgetLedger(TimeProvider.System), threads: 16, requests: 1_000, seed: 7);
        Assert.Equal(result.SettledUsd, result.LedgerUsd);
        Assert.InRange(result.SettledUsd, 0, result.LimitUsd);
        Assert.True(result.HighestUsd <= result.LimitUsd, $"{result.HighestUsd}");
        Assert.Equal(0, result.FalseRefusals);
        Assert.True(result.Refused > 0);
    }

    [Fact]
    public async Task ALimitBearsTheLargestOvershootForEveryAttemptUnderWayButOne()
    {
        var (ledger, budget) = (new MemoryBudgetLedger(_time), Budget(hard: 1m, BudgetPeriod.Month));
        await ledger.SettleAsync(await Reserve(ledger, budget, 0.1m), 0.2m);
        var alone = await Reserve(ledger, budget, 0.7m);
        Assert.Equal(0m, ledger.GetStanding("acme", budget).RemainingUsd);
        var refusal = (await ledger.ReserveAsync("acme", budget, 0.05m, enforce: true, Token)).Refusal!.Value;
        Assert.Equal((0.9m, 0.1m), (refusal.SpentUsd, refusal.HeadroomUsd));
        Assert.Contains("$0.1 is kept free", new BudgetExceededException("acme", refusal, 0.05m).Message, StringComparison.Ordinal);

        // Alone it is granted to the last billionth, and two days later the overshoot is forgotten.
        await ledger.SettleAsync(alone, 0);
        await ledger.SettleAsync(await Reserve(ledger, budget, 0.8m), 0);
        _time.Advance(TimeSpan.FromDays(1));
        await Reserve(ledger, budget, 0.1m);
        Assert.Equal(0.6m, ledger.GetStanding("acme", budget).RemainingUsd);
        _time.Advance(TimeSpan.FromDays(1));
        await Reserve(ledger, budget, 0.1m);
        Assert.Equal(0.7m, ledger.GetStanding("acme", budget).RemainingUsd);
    }

    [Fact]
    public void TheLimitIsNotExceededByMoreThanTheStatementSays() =>
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 15], Gen.Int[1, 400], Gen.Int[0, 300]).Array[5, 120].Sample(
            steps =>
            {
                var (time, budget) = (new FakeTimeProvider(_time.GetUtcNow()), Budget(hard: 0.000002m, BudgetPeriod.Day));
                var sequence = new LedgerSequence(new MemoryBudgetLedger(time), "acme", budget);
                foreach (var (what, which, amount, cost) in steps)
                {
                    if (what < 55)
                    {
                        sequence.ReserveAsync(amount).GetAwaiter().GetResult();
                    }
                    else if (what < 98)
                    {
                        sequence.SettleAsync(which, cost).GetAwaiter().GetResult();
                    }
                    else
                    {
                        sequence.Crash();
                        time.Advance(budget.LeaseLifetime);
                    }

                    Assert.True(sequence.Holds());
                }

                while (sequence.IsOpen)
                {
                    sequence.SettleAsync(0, 250).GetAwaiter().GetResult();
                    Assert.True(sequence.Holds());
                }

                Assert.True(sequence.GrantsTheRestAsync().GetAwaiter().GetResult());
            },
            iter: 3_000);

    [Theory]
    [InlineData(LedgerOvershoot.Some)]
    [InlineData(LedgerOvershoot.Heavy)]
    [InlineData(LedgerOvershoot.Twice)]
    public async Task SixteenThreadsExceedALimitByOneDifferenceAtMost(LedgerOvershoot overshoot)
    {
        var result = await LedgerLoad.RunAsync(new MemoryBudgetLedger(TimeProvider.System), threads: 16, requests: 500, seed: 7, overshoot);
        Assert.Equal((result.SettledUsd, 0), (result.LedgerUsd, result.FalseRefusals));
        Assert.True(result.ExcessUsd <= result.LargestOvershootUsd, result.ToString());
    }

    private static BudgetPolicy Budget(decimal hard, BudgetPeriod period = BudgetPeriod.Hour) => new() { Limits = [new(period, null, hard)] };

    private static async Task<BudgetLease> Reserve(MemoryBudgetLedger ledger, BudgetPolicy budget, decimal usd, string tenant = "acme") =>
        (await ledger.ReserveAsync(tenant, budget, usd, enforce: true, Token)).Lease!;
}

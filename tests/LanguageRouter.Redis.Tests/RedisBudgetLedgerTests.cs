using LanguageRouter.Budgets;
using LanguageRouter.Evaluation.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Redis.Tests;

public sealed class RedisBudgetLedgerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task TwoInstancesShareOneBudgetAndSumsAreExact()
    {
        await using var server = await RedisServer.StartAsync();
        await using var one = new RedisInstance(server.Configuration);
        await using var two = new RedisInstance(server.Configuration);
        var budget = Budget(1);
        var lease = (await one.Ledger.ReserveAsync("acme", budget, 0.6m, enforce: true, Token)).Lease!;
        var refused = await two.Ledger.ReserveAsync("acme", budget, 0.400000001m, enforce: true, Token);
        Assert.Equal((0.6m, BudgetPeriod.Month), (refused.Refusal!.Value.SpentUsd, refused.Refusal.Value.Limit.Period));
        Assert.Equal(0.4m, two.Ledger.GetStanding("acme", budget).RemainingUsd);
        await one.Ledger.SettleAsync(lease, 0.123456789m);
        await one.Ledger.SettleAsync(lease, 0.123456789m);
        Assert.NotNull((await two.Ledger.ReserveAsync("acme", budget, 1 - 0.123456789m, enforce: true, Token)).Lease);
        Assert.NotNull((await two.Ledger.ReserveAsync("globex", budget, 1, enforce: true, Token)).Lease);
        Assert.Null((await one.Ledger.ReserveAsync("acme", budget, 0.000000001m, enforce: true, Token)).Lease);
    }

    [RedisFact]
    public async Task ATenantThatObservesIsCountedOverItsLimit()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var reservation = await instance.Ledger.ReserveAsync("acme", Budget(1), 2, enforce: false, Token);
        Assert.NotNull(reservation.Lease);
        Assert.NotNull(reservation.Refusal);
        Assert.Equal(-1, instance.Ledger.GetStanding("acme", Budget(1)).RemainingUsd);
    }

    [RedisFact]
    public async Task ALeaseOfACrashedInstanceHoldsNothingAfterItsLifetimeAndALateSettlementCountsOnce()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var budget = Budget(1, TimeSpan.FromMilliseconds(300));
        var late = (await instance.Ledger.ReserveAsync("acme", budget, 1, enforce: true, Token)).Lease!;
        Assert.Null((await instance.Ledger.ReserveAsync("acme", budget, 0.5m, enforce: true, Token)).Lease);
        await Task.Delay(350, Token);
        var next = (await instance.Ledger.ReserveAsync("acme", budget, 0.5m, enforce: true, Token)).Lease!;
        await instance.Ledger.SettleAsync(late, 0.3m);
        await instance.Ledger.SettleAsync(next, 0.5m);
        Assert.Equal(0.8m, await Spent(instance, budget));
    }

    [RedisFact]
    public async Task TheServersClockCountsAndNotAMachinesOwn()
    {
        await using var server = await RedisServer.StartAsync();
        await using var right = new RedisInstance(server.Configuration);
        await using var wrong = new RedisInstance(server.Configuration, services => services.AddSingleton<TimeProvider>(new ShiftedTime(TimeSpan.FromDays(-40))));
        var budget = Budget(1);
        var lease = (await wrong.Ledger.ReserveAsync("acme", budget, 0.75m, enforce: true, Token)).Lease!;
        Assert.Null((await right.Ledger.ReserveAsync("acme", budget, 0.5m, enforce: true, Token)).Lease);
        await wrong.Ledger.SettleAsync(lease, 0.25m);
        Assert.Equal(0.25m, await Spent(right, budget));
    }

    [RedisFact]
    public async Task SixteenTasksOnTwoInstancesStayUnderTheLimit()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var result = await LedgerLoad.RunAsync(instance.Ledger, threads: 16, requests: 60, seed: 3);
        Assert.Equal(result.SettledUsd, result.LedgerUsd);
        Assert.Equal((0m, 0), (result.ExcessUsd, result.FalseRefusals));
        Assert.True(result.Refused > 0, result.ToString());
    }

    [RedisFact]
    public async Task ReservationsAndSettlementsInTurnAreAnsweredAsInProcess()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var (budget, random) = (Budget(0.000002m), new Random(17));
        for (var run = 0; run < 40; run++)
        {
            var (shared, own) = (new LedgerSequence(instance.Ledger, $"tenant {run}", budget), new LedgerSequence(new MemoryBudgetLedger(TimeProvider.System), "acme", budget));
            for (var step = 0; step < 40; step++)
            {
                var (reserves, which, amount, cost) = (random.Next(100) < 55, random.Next(16), random.Next(1, 400), random.Next(300));
                foreach (var sequence in new[] { shared, own })
                {
                    await (reserves ? sequence.ReserveAsync(amount) : sequence.SettleAsync(which, cost));
                    Assert.True(sequence.Holds());
                }
            }

            Assert.Equal(own.Answers, shared.Answers);
        }
    }

    [RedisFact]
    public async Task SixteenTasksWhoseRequestsAllCostTwiceExceedTheLimitByOneDifferenceAtMost()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var result = await LedgerLoad.RunAsync(instance.Ledger, threads: 16, requests: 60, seed: 3, LedgerOvershoot.Twice);
        Assert.Equal((result.SettledUsd, 0), (result.LedgerUsd, result.FalseRefusals));
        Assert.True(result.ExcessUsd <= result.LargestOvershootUsd, result.ToString());
    }

    [RedisFact]
    public async Task RedisKilledOrHangingUnderLoadFollowsThePolicyLosesNothingAndKeepsNobodyWaiting()
    {
        await using var server = await RedisServer.StartAsync();
        var result = await RedisOutage.RunAsync(server, outages: 1, hangs: 1, TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(0.5));
        Assert.Equal(result.SettledUsd, result.LedgerUsd);

        // Four requests at once, two outages: about those that meet its begin wait, where each would in an outage that is not remembered; and none waits for longer than the time-out and what a busy machine adds.
        Assert.True(result.Waits <= 24 && result.LongestWait < TimeSpan.FromSeconds(2), result.ToString());
        Assert.True(result is { AllowedDuringOutage: > 0, RefusedDuringOutage: > 0, WrongRefusals: 0, GrantedAfterwards: true }, result.ToString());
    }

    [RedisFact]
    public async Task ARequestThatIsCancelledWhileItReservesHoldsNothing()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var budget = Budget(1);
        await instance.Ledger.ReserveAsync("acme", budget, 0, enforce: true, Token);
        for (var i = 0; i < 50; i++)
        {
            using var cancelled = new CancellationTokenSource();
            var reservation = instance.Ledger.ReserveAsync("acme", budget, 0.01m, enforce: true, cancelled.Token);
            await cancelled.CancelAsync();
            try
            {
                await instance.Ledger.SettleAsync((await reservation).Lease!, 0);
            }
            catch (OperationCanceledException)
            {
                // It may have been made or not.
            }
        }

        for (var i = 0; i < 200 && (instance.Pending.Count > 0 || await Spent(instance, budget) > 0); i++)
        {
            await Task.Delay(20, Token);
        }

        Assert.Equal(0, await Spent(instance, budget));
    }

    internal static BudgetPolicy Budget(decimal hard, TimeSpan? lease = null) =>
        new() { Limits = [new(BudgetPeriod.Month, null, hard)], LeaseLifetime = lease ?? TimeSpan.FromMinutes(10), WhenUnavailable = UnavailableLedger.Refuse };

    private static async Task<decimal> Spent(RedisInstance instance, BudgetPolicy budget) =>
        (await instance.Ledger.ReserveAsync("acme", budget, budget.Limits[0].HardUsd!.Value + 1, enforce: true, Token)).Refusal!.Value.SpentUsd;

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}

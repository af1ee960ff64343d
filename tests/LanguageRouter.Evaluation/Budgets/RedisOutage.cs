using System.Diagnostics;
using LanguageRouter.Budgets;
using LanguageRouter.Redis.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>Two tenants spend without a pause while Redis is killed and comes back: one lets requests through then, one refuses them.</summary>
internal sealed class RedisOutage
{
    private const string Open = "open";
    private const string Closed = "closed";

    private readonly Lock _lock = new();
    private TimeSpan _timeout;
    private volatile bool _isDown;

    public int Confirmed { get; private set; }

    public int AllowedDuringOutage { get; private set; }

    public int RefusedDuringOutage { get; private set; }

    /// <summary>Refusals by a limit that is far away, and refusals of the tenant that lets requests through.</summary>
    public int WrongRefusals { get; private set; }

    public bool GrantedAfterwards { get; private set; }

    /// <summary>The longest that one request waited for Redis in all.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>Requests that waited for Redis for half of the time-out or longer.</summary>
    public int Waits { get; private set; }

    public decimal SettledUsd { get; private set; }

    public decimal LedgerUsd { get; private set; }

    /// <summary>Runs the load while Redis is killed and started again, and where wished made to hang and let go on.</summary>
    public static async Task<RedisOutage> RunAsync(RedisServer server, int outages, int hangs, TimeSpan pause, TimeSpan timeout)
    {
        var services = new ServiceCollection();
        services.AddLanguageRouterRedis(server.Configuration, redis => redis.Timeout = timeout);
        await using var provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<IBudgetLedger>();
        var pending = provider.GetRequiredService<PendingSettlements>();
        var run = new RedisOutage { _timeout = timeout };
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(i => Task.Run(() => run.SpendAsync(ledger, i % 2 == 0 ? Open : Closed, new Random(i), stop))).ToArray();
        for (var i = 0; i < outages + hangs; i++)
        {
            await Task.Delay(pause);
            await (i < outages ? server.KillAsync() : server.SuspendAsync());
            run._isDown = true;
            await Task.Delay(pause);
            run._isDown = false;
            await (i < outages ? server.RestartAsync() : server.ResumeAsync());
        }

        run.GrantedAfterwards = await IsBackAsync(ledger, Open) && await IsBackAsync(ledger, Closed);
        await Task.Delay(pause);
        await stop.CancelAsync();
        await Task.WhenAll(load);
        for (var i = 0; i < 600 && pending.Count > 0; i++)
        {
            await Task.Delay(100);
        }

        run.LedgerUsd = await SpentAsync(ledger, Open) + await SpentAsync(ledger, Closed);
        return run;
    }

    public override string ToString() => FormattableString.Invariant(
        $"confirmed {Confirmed}, let through {AllowedDuringOutage}, refused {RefusedDuringOutage}, wrong refusals {WrongRefusals}, back without restart {GrantedAfterwards}, longest wait {LongestWait.TotalMilliseconds:0} ms ({Waits} of half the time-out or more), settled ${SettledUsd}, ledger ${LedgerUsd}, exact {SettledUsd == LedgerUsd}");

    private static BudgetPolicy BudgetOf(string tenant) => new()
    {
        Limits = [new(BudgetPeriod.Month, null, 1_000_000)],
        WhenUnavailable = tenant == Open ? UnavailableLedger.Allow : UnavailableLedger.Refuse,
    };

    private static async Task<decimal> SpentAsync(IBudgetLedger ledger, string tenant) =>
        (await ledger.ReserveAsync(tenant, BudgetOf(tenant), 1_000_001, enforce: true, CancellationToken.None)).Refusal?.SpentUsd
            ?? throw new InvalidOperationException("Redis did not refuse more than the limit.");

    private static async Task<bool> IsBackAsync(IBudgetLedger ledger, string tenant)
    {
        for (var i = 0; i < 100; i++)
        {
            var reservation = await ledger.ReserveAsync(tenant, BudgetOf(tenant), 0.001m, enforce: true, CancellationToken.None);
            if (reservation.Lease is { } lease)
            {
                await ledger.SettleAsync(lease, 0);
                if (lease.IsConfirmed)
                {
                    return true;
                }
            }

            await Task.Delay(100);
        }

        return false;
    }

    private async Task SpendAsync(IBudgetLedger ledger, string tenant, Random random, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var wasDown = _isDown;
            var amount = random.Next(1, 1_000_000) * 0.000000001m;
            var startedAt = Stopwatch.GetTimestamp();
            var reservation = await ledger.ReserveAsync(tenant, BudgetOf(tenant), amount, enforce: true, CancellationToken.None);
            var spent = reservation.Lease is null ? 0 : Math.Round(amount * (decimal)random.NextDouble(), 9);
            if (reservation.Lease is { } lease)
            {
                await ledger.SettleAsync(lease, spent);
            }

            Note(tenant, reservation, spent, Stopwatch.GetElapsedTime(startedAt), wasDown);
            await Task.Delay(1);
        }
    }

    private void Note(string tenant, BudgetReservation reservation, decimal spent, TimeSpan waited, bool wasDown)
    {
        lock (_lock)
        {
            SettledUsd += spent;
            LongestWait = waited > LongestWait ? waited : LongestWait;
            Waits += waited >= _timeout / 2 ? 1 : 0;
            Confirmed += reservation.Lease is { IsConfirmed: true } ? 1 : 0;
            AllowedDuringOutage += wasDown && reservation.Lease is { IsConfirmed: false } ? 1 : 0;
            RefusedDuringOutage += wasDown && tenant == Closed && reservation.Lease is null ? 1 : 0;
            WrongRefusals += reservation.Refusal is not null || (tenant == Open && reservation.Lease is null) ? 1 : 0;
        }
    }
}

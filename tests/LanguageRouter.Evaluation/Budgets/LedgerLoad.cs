using LanguageRouter.Budgets;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>Many requests at once on one budget that pays for about half of them, with failures, cancellations, crashes and, where wished, answers dearer than their reservation.</summary>
internal static class LedgerLoad
{
    public const string Tenant = "load";

    private const decimal Nanodollar = 0.000000001m;

    public static async Task<LedgerLoadResult> RunAsync(
        IBudgetLedger ledger, int threads, int requests, int seed, bool overshoot = false)
    {
        // A request asks for 50 thousandths of a dollar on average and settles somewhat less.
        var limit = threads * requests * 0.015m;
        var budget = BudgetOf(limit, TimeSpan.FromMilliseconds(500));
        var tally = new Tally();
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() => WorkAsync(ledger, budget, requests, new Random(seed + thread), overshoot, tally, journal: null))));
        return await CloseAsync(ledger, budget, limit, tally);
    }

    /// <summary>The load of one process among several; it tells what it means to settle ('i') and what was settled ('a').</summary>
    public static Task WorkAsync(IBudgetLedger ledger, BudgetPolicy budget, int tasks, int requests, int seed, Action<char, decimal> journal) =>
        Task.WhenAll(Enumerable.Range(0, tasks).Select(task => Task.Run(() => WorkAsync(ledger, budget, requests, new Random(seed + task), overshoot: false, new Tally(), journal))));

    public static BudgetPolicy BudgetOf(decimal limit, TimeSpan lease) =>
        new() { Limits = [new(BudgetPeriod.Month, null, limit)], LeaseLifetime = lease, WhenUnavailable = UnavailableLedger.Refuse };

    /// <summary>What the ledger has in its sums: the limit that refuses one billionth more than the whole says it.</summary>
    public static async Task<decimal> SpentAsync(IBudgetLedger ledger, BudgetPolicy budget)
    {
        var probe = await ledger.ReserveAsync(Tenant, budget, budget.Limits[0].HardUsd!.Value + Nanodollar, enforce: true, CancellationToken.None);
        return probe.Refusal?.SpentUsd ?? throw new InvalidOperationException("The ledger did not refuse more than the limit.");
    }

    private static async Task WorkAsync(IBudgetLedger ledger, BudgetPolicy budget, int requests, Random random, bool overshoot, Tally tally, Action<char, decimal>? journal)
    {
        for (var i = 0; i < requests; i++)
        {
            var amount = random.Next(1, 100_000_000) * Nanodollar;
            var reservation = await ledger.ReserveAsync(Tenant, budget, amount, enforce: true, CancellationToken.None);
            if (reservation.Lease is not { } lease)
            {
                Interlocked.Increment(ref tally.Refused);
                continue;
            }

            Interlocked.Increment(ref tally.Granted);
            var fate = random.Next(100);
            if (fate < 5)
            {
                // This request crashed: nobody will settle it.
                Interlocked.Increment(ref tally.Crashed);
                continue;
            }

            await Task.Yield();
            var spent = fate < 15 ? 0
                : fate < 25 ? Math.Floor(amount / Nanodollar * 0.3m) * Nanodollar
                : overshoot && fate < 35 ? Math.Floor(amount / Nanodollar * 1.2m) * Nanodollar
                : Math.Floor(amount / Nanodollar * (decimal)random.NextDouble()) * Nanodollar;
            journal?.Invoke('i', spent);
            await ledger.SettleAsync(lease, spent);
            journal?.Invoke('a', spent);
            tally.Settle(spent, spent - amount);
        }
    }

    // Once the lifetimes are over, what is left must be granted to the last billionth, and nothing above it.
    private static async Task<LedgerLoadResult> CloseAsync(IBudgetLedger ledger, BudgetPolicy budget, decimal limit, Tally tally)
    {
        await Task.Delay(budget.LeaseLifetime + TimeSpan.FromMilliseconds(50));
        var spent = await SpentAsync(ledger, budget);
        var falseRefusals = 0;
        if (spent < limit)
        {
            var rest = await ledger.ReserveAsync(Tenant, budget, limit - spent, enforce: true, CancellationToken.None);
            falseRefusals = rest.Lease is null ? 1 : 0;
            if (rest.Lease is { } lease)
            {
                await ledger.SettleAsync(lease, 0);
            }
        }

        return new LedgerLoadResult(limit, tally.Granted, tally.Refused, tally.Crashed, tally.Settled, spent, tally.Highest, tally.LargestOvershoot, falseRefusals);
    }

    private sealed class Tally
    {
        private readonly Lock _lock = new();

        public int Granted;
        public int Refused;
        public int Crashed;

        public decimal Settled { get; private set; }

        public decimal Highest { get; private set; }

        public decimal LargestOvershoot { get; private set; }

        public void Settle(decimal spent, decimal overshoot)
        {
            lock (_lock)
            {
                Settled += spent;
                Highest = Math.Max(Highest, Settled);
                LargestOvershoot = Math.Max(LargestOvershoot, overshoot);
            }
        }
    }
}

using LanguageRouter.Budgets;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>Many requests at once on one budget that pays for about half of them, with failures, cancellations, crashes and, where wished, answers dearer than their reservation.</summary>
internal static class LedgerLoad
{
    public const string Tenant = "load";

    private const decimal Nanodollar = 0.000000001m;

    public static async Task<LedgerLoadResult> RunAsync(
        IBudgetLedger ledger, int threads, int requests, int seed, LedgerOvershoot overshoot = LedgerOvershoot.None)
    {
        // A request asks for 50 thousandths of a dollar on average and settles somewhat less.
        var limit = threads * requests * 0.015m;
        var budget = BudgetOf(limit, TimeSpan.FromMilliseconds(500));
        var tally = new Tally();
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() => WorkAsync(ledger, budget, requests, new Random(seed + thread), overshoot, tally, journal: null))));
        return await CloseAsync(ledger, budget, limit, tally);
    }

    /// <summary>Reaches a limit with a new account, and tells by how much it was exceeded, in units of the largest overshoot of one request.</summary>
    public static async Task<double> ReachAsync(IBudgetLedger ledger, int threads, int requests, int seed, LedgerOvershoot overshoot)
    {
        var limit = threads * requests * 0.015m;
        var tally = new Tally();
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() =>
            WorkAsync(ledger, BudgetOf(limit, TimeSpan.FromMinutes(10)), requests, new Random(seed * 1_000 + thread), overshoot, tally, journal: null, crashes: false))));
        return tally.Highest <= limit ? 0 : (double)((tally.Highest - limit) / tally.LargestOvershoot);
    }

    /// <summary>The load of one process among several; it tells what it means to settle ('i') and what was settled ('a'), each with how far it is above the reservation.</summary>
    public static Task WorkAsync(IBudgetLedger ledger, BudgetPolicy budget, int tasks, int requests, int seed, Action<char, decimal, decimal> journal) =>
        Task.WhenAll(Enumerable.Range(0, tasks).Select(task => Task.Run(() => WorkAsync(ledger, budget, requests, new Random(seed + task), LedgerOvershoot.Some, new Tally(), journal))));

    public static BudgetPolicy BudgetOf(decimal limit, TimeSpan lease) =>
        new() { Limits = [new(BudgetPeriod.Month, null, limit)], LeaseLifetime = lease, WhenUnavailable = UnavailableLedger.Refuse };

    /// <summary>What the ledger has in its sums: the limit that refuses one billionth more than the whole says it.</summary>
    public static async Task<decimal> SpentAsync(IBudgetLedger ledger, BudgetPolicy budget)
    {
        var probe = await ledger.ReserveAsync(Tenant, budget, budget.Limits[0].HardUsd!.Value + Nanodollar, enforce: true, CancellationToken.None);
        return probe.Refusal?.SpentUsd ?? throw new InvalidOperationException("The ledger did not refuse more than the limit.");
    }

    private static async Task WorkAsync(IBudgetLedger ledger, BudgetPolicy budget, int requests, Random random, LedgerOvershoot overshoot, Tally tally, Action<char, decimal, decimal>? journal, bool crashes = true)
    {
        for (var i = 0; i < requests; i++)
        {
            var amount = random.Next(1, 100_000_000) * Nanodollar;
            var reservation = await ledger.ReserveAsync(Tenant, budget, amount, enforce: true, CancellationToken.None);
            if (reservation.Lease is not { } lease)
            {
                // Now and then one waits, so that the run outlasts the leases of those that crashed.
                if (Interlocked.Increment(ref tally.Refused) % 10 == 0 && crashes)
                {
                    await Task.Delay(1);
                }

                continue;
            }

            Interlocked.Increment(ref tally.Granted);
            var fate = random.Next(100);
            if (fate < 1 && crashes)
            {
                // This request crashed: nobody will settle it.
                Interlocked.Increment(ref tally.Crashed);
                continue;
            }

            for (var turn = random.Next(4); turn >= 0; turn--)
            {
                await Task.Yield();
            }

            var spent = overshoot == LedgerOvershoot.Twice ? 2 * amount
                : fate < 15 ? 0
                : fate < 25 ? Math.Floor(amount / Nanodollar * 0.3m) * Nanodollar
                : fate < 35 && Ratio(overshoot, random) is { } ratio ? Math.Floor(amount / Nanodollar * ratio) * Nanodollar
                : Math.Floor(amount / Nanodollar * (decimal)random.NextDouble()) * Nanodollar;
            journal?.Invoke('i', spent, spent - amount);
            await ledger.SettleAsync(lease, spent);
            journal?.Invoke('a', spent, spent - amount);
            tally.Settle(spent, spent - amount);
        }
    }

    private static decimal? Ratio(LedgerOvershoot overshoot, Random random) => overshoot switch
    {
        LedgerOvershoot.Some => 1.2m,
        LedgerOvershoot.Heavy => 1 + 0.2m * (decimal)Math.Min(100, Math.Pow(1 - random.NextDouble(), -1 / 1.2)),
        _ => null,
    };

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

using System.Collections.Concurrent;

namespace LanguageRouter.Budgets;

/// <summary>Keeps what tenants spend in the memory of the process.</summary>
/// <remarks>Safe for concurrent use: each tenant has an account and a lock of its own. Sums are exact to a billionth of a dollar. An account of which nothing is left is forgotten.</remarks>
/// <param name="time">The clock that windows and lifetimes are read from.</param>
public sealed class MemoryBudgetLedger(TimeProvider time) : IBudgetLedger
{
    private const int SweepFrom = 1_024;

    private readonly ConcurrentDictionary<string, BudgetAccount> _accounts = new(StringComparer.Ordinal);
    private readonly TimeProvider _time = time ?? throw new ArgumentNullException(nameof(time));
    private int _nextSweep = SweepFrom;

    internal int Accounts => _accounts.Count;

    /// <inheritdoc/>
    public BudgetStanding GetStanding(string tenant, BudgetPolicy budget)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(budget);
        var now = _time.GetUtcNow();
        Span<decimal> spent = stackalloc decimal[budget.Limits.Length];
        spent.Clear();
        var headroom = _accounts.TryGetValue(tenant, out var account) ? account.Spent(budget.WindowsAt(now), now, spent) : 0;
        return BudgetStanding.Of(budget.Limits, spent, headroom);
    }

    /// <inheritdoc/>
    public ValueTask<BudgetReservation> ReserveAsync(string tenant, BudgetPolicy budget, decimal usd, bool enforce, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentOutOfRangeException.ThrowIfNegative(usd);
        cancellationToken.ThrowIfCancellationRequested();
        var now = _time.GetUtcNow();
        var lease = new BudgetLease { Id = Guid.CreateVersion7(now), Tenant = tenant, ReservedUsd = usd, Windows = budget.WindowsAt(now) };
        BudgetRefusal? refusal;
        while (!AccountOf(tenant, now).TryReserve(lease, budget, enforce, now, out refusal))
        {
            // The account was swept away between finding and locking it: the next one is new.
        }

        return new(refusal is { } limit && enforce ? BudgetReservation.Refused(limit) : BudgetReservation.Granted(lease, refusal));
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(BudgetLease lease, decimal usd)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfNegative(usd);
        if (lease.TryClose())
        {
            var now = _time.GetUtcNow();
            while (!AccountOf(lease.Tenant, now).TrySettle(lease, Nanodollars.Of(usd), now))
            {
                // As above.
            }
        }

        return ValueTask.CompletedTask;
    }

    private BudgetAccount AccountOf(string tenant, DateTimeOffset now)
    {
        if (_accounts.TryGetValue(tenant, out var account))
        {
            return account;
        }

        // Names of tenants may come from outside: what is over is forgotten before the number of accounts doubles.
        var count = _accounts.Count;
        if (count >= Volatile.Read(ref _nextSweep))
        {
            foreach (var (name, old) in _accounts)
            {
                if (old.TryRetire(now))
                {
                    _accounts.TryRemove(new(name, old));
                }
            }

            Volatile.Write(ref _nextSweep, Math.Max(SweepFrom, 2 * _accounts.Count));
        }

        return _accounts.GetOrAdd(tenant, static _ => new BudgetAccount());
    }
}

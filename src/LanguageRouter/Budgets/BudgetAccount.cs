using System.Collections.Immutable;

namespace LanguageRouter.Budgets;

/// <summary>One tenant's sums by window, and the leases that hold money back. Every member takes the account's lock for a few lookups.</summary>
internal sealed class BudgetAccount
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(BudgetPeriod Period, long Start), Sums> _windows = [];
    private readonly Dictionary<Guid, BudgetLease> _leases = [];
    private readonly PriorityQueue<Guid, long> _expiries = new();
    private bool _retired;

    public void Spent(ImmutableArray<BudgetWindow> windows, DateTimeOffset now, Span<decimal> spent)
    {
        lock (_lock)
        {
            Expire(now);
            for (var i = 0; i < windows.Length; i++)
            {
                spent[i] = _windows.TryGetValue(KeyOf(windows[i]), out var sums) ? Nanodollars.ToUsd(sums.Total) : 0;
            }
        }
    }

    /// <summary>Holds the lease's amount back, unless a limit refuses it; false where the account is retired and another must be taken.</summary>
    public bool TryReserve(BudgetLease lease, BudgetPolicy budget, bool enforce, DateTimeOffset now, out BudgetRefusal? refusal)
    {
        refusal = null;
        lock (_lock)
        {
            if (_retired)
            {
                return false;
            }

            Expire(now);
            var amount = Nanodollars.ToReserve(lease.ReservedUsd);
            for (var i = 0; i < budget.Limits.Length && refusal is null; i++)
            {
                var spent = _windows.TryGetValue(KeyOf(lease.Windows[i]), out var sums) ? sums.Total : 0;
                if (budget.Limits[i].HardUsd is { } hard && spent + amount > Nanodollars.Of(hard))
                {
                    refusal = new BudgetRefusal(budget.Limits[i], lease.Windows[i], Nanodollars.ToUsd(spent));
                }
            }

            if (refusal is null || !enforce)
            {
                foreach (var window in lease.Windows)
                {
                    SumsOf(window, now).Reserved += amount;
                }

                _leases.Add(lease.Id, lease);
                _expiries.Enqueue(lease.Id, (now + budget.LeaseLifetime).UtcTicks);
            }

            return true;
        }
    }

    /// <summary>Replaces what the lease holds back by what was spent; false where the account is retired and another must be taken.</summary>
    public bool TrySettle(BudgetLease lease, long spent, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_retired)
            {
                return false;
            }

            Expire(now);
            Release(lease.Id);
            foreach (var window in lease.Windows)
            {
                SumsOf(window, now).Settled += spent;
            }

            return true;
        }
    }

    /// <summary>Ends the account where it holds nothing that still matters.</summary>
    public bool TryRetire(DateTimeOffset now)
    {
        lock (_lock)
        {
            Expire(now);
            return _retired = _leases.Count == 0 && _windows.Values.All(sums => sums.End <= now);
        }
    }

    private static (BudgetPeriod Period, long Start) KeyOf(in BudgetWindow window) => (window.Period, window.Start.UtcTicks);

    private void Expire(DateTimeOffset now)
    {
        while (_expiries.TryPeek(out var id, out var expiry) && expiry <= now.UtcTicks)
        {
            _expiries.Dequeue();
            Release(id);
        }
    }

    private void Release(Guid id)
    {
        if (_leases.Remove(id, out var lease))
        {
            var amount = Nanodollars.ToReserve(lease.ReservedUsd);
            foreach (var window in lease.Windows)
            {
                _windows[KeyOf(window)].Reserved -= amount;
            }
        }
    }

    private Sums SumsOf(in BudgetWindow window, DateTimeOffset now)
    {
        if (_windows.TryGetValue(KeyOf(window), out var sums))
        {
            return sums;
        }

        // A new window is rare: the moment to forget the ones that are over and hold nothing.
        foreach (var (key, old) in _windows.ToArray())
        {
            if (old.End <= now && old.Reserved == 0)
            {
                _windows.Remove(key);
            }
        }

        return _windows[KeyOf(window)] = new Sums { End = window.End };
    }

    private sealed class Sums
    {
        public required DateTimeOffset End { get; init; }

        public long Settled { get; set; }

        public long Reserved { get; set; }

        public long Total => Settled + Reserved;
    }
}

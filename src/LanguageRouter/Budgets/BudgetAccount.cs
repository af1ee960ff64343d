using System.Collections.Immutable;

namespace LanguageRouter.Budgets;

/// <summary>One tenant's sums by window, and the leases that hold money back. Every member takes the account's lock for a few lookups.</summary>
internal sealed class BudgetAccount
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(BudgetPeriod Period, long Start), Sums> _windows = [];
    private readonly Dictionary<Guid, BudgetLease> _leases = [];
    private readonly PriorityQueue<Guid, long> _expiries = new();
    private LargestOvershoot _overshoot;
    private bool _retired;

    /// <summary>Gives what was spent and held back in each window, and what is kept free for the attempts under way.</summary>
    public decimal Spent(ImmutableArray<BudgetWindow> windows, DateTimeOffset now, Span<decimal> spent)
    {
        lock (_lock)
        {
            Expire(now);
            for (var i = 0; i < windows.Length; i++)
            {
                spent[i] = _windows.TryGetValue(KeyOf(windows[i]), out var sums) ? Nanodollars.ToUsd(sums.Total) : 0;
            }

            return Nanodollars.ToUsd(Headroom(now));
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
            var headroom = Headroom(now);
            for (var i = 0; i < budget.Limits.Length && refusal is null; i++)
            {
                var spent = _windows.TryGetValue(KeyOf(lease.Windows[i]), out var sums) ? sums.Total : 0;
                if (budget.Limits[i].HardUsd is { } hard && spent + amount + headroom > Nanodollars.Of(hard))
                {
                    refusal = new BudgetRefusal(budget.Limits[i], lease.Windows[i], Nanodollars.ToUsd(spent), Nanodollars.ToUsd(headroom));
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
            if (Release(lease.Id) is { } reserved)
            {
                _overshoot.Note(spent - reserved, now);
            }

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

    // Each attempt under way may cost more than its reservation by as much as one did before: a further one is granted where the limit bears
    // that of all of them but one. docs/budgets.md says what follows.
    private long Headroom(DateTimeOffset now) => (long)Int128.Min(Nanodollars.Highest, (Int128)_leases.Count * _overshoot.At(now));

    private static (BudgetPeriod Period, long Start) KeyOf(in BudgetWindow window) => (window.Period, window.Start.UtcTicks);

    private void Expire(DateTimeOffset now)
    {
        while (_expiries.TryPeek(out var id, out var expiry) && expiry <= now.UtcTicks)
        {
            _expiries.Dequeue();
            Release(id);
        }
    }

    // Gives what the lease held back; null where it holds nothing any longer.
    private long? Release(Guid id)
    {
        if (!_leases.Remove(id, out var lease))
        {
            return null;
        }

        var amount = Nanodollars.ToReserve(lease.ReservedUsd);
        foreach (var window in lease.Windows)
        {
            _windows[KeyOf(window)].Reserved -= amount;
        }

        return amount;
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

using LanguageRouter.Budgets;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>
/// Reservations and settlements one after another, some far above what was held back, held to the statement of docs/budgets.md: with
/// the requests that were open at the last grant and the largest overshoot known then, the limit is exceeded by no more than one difference,
/// and by more only by what further ones are above that overshoot.
/// </summary>
internal sealed class LedgerSequence(IBudgetLedger ledger, string tenant, BudgetPolicy budget)
{
    private const decimal Nanodollar = 0.000000001m;

    private readonly List<BudgetLease> _open = [];
    private List<Guid> _openAtGrant = [];
    private readonly Dictionary<Guid, decimal> _above = [];
    private decimal _known;
    private decimal _knownAtGrant;

    public decimal SettledUsd { get; private set; }

    public int Grants { get; private set; }

    public bool IsOpen => _open.Count > 0;

    /// <summary>What the ledger answered, step by step.</summary>
    public List<string> Answers { get; } = [];

    public async Task ReserveAsync(int nanodollars)
    {
        var reservation = await ledger.ReserveAsync(tenant, budget, nanodollars * Nanodollar, enforce: true, CancellationToken.None);
        Answers.Add(FormattableString.Invariant($"{reservation.Lease is not null} {reservation.Refusal?.SpentUsd:0.000000000} {reservation.Refusal?.HeadroomUsd:0.000000000} {ledger.GetStanding(tenant, budget).RemainingUsd:0.000000000}"));
        if (reservation.Lease is { } lease)
        {
            _open.Add(lease);
            (_openAtGrant, _knownAtGrant) = ([.. _open.Select(open => open.Id)], _known);
            Grants++;
        }
    }

    /// <summary>Settles one of the open ones at a multiple of its reservation, in hundredths.</summary>
    public async Task SettleAsync(int which, int hundredths)
    {
        if (_open.Count == 0)
        {
            return;
        }

        var lease = _open[which % _open.Count];
        _open.Remove(lease);
        var spent = Math.Floor(lease.ReservedUsd / Nanodollar * hundredths / 100) * Nanodollar;
        await ledger.SettleAsync(lease, spent);
        SettledUsd += spent;
        _above[lease.Id] = Math.Max(0, spent - lease.ReservedUsd);
        _known = Math.Max(_known, _above[lease.Id]);
        Answers.Add(FormattableString.Invariant($"settled {ledger.GetStanding(tenant, budget).RemainingUsd:0.000000000}"));
    }

    /// <summary>Forgets the open ones: their instance crashed.</summary>
    public void Crash() => _open.Clear();

    /// <summary>Whether what was settled is within the bound.</summary>
    public bool Holds()
    {
        var above = _openAtGrant.Select(id => _above.GetValueOrDefault(id)).OrderDescending().ToArray();
        var bound = above.FirstOrDefault() + above.Skip(1).Sum(usd => Math.Max(0, usd - _knownAtGrant));
        return SettledUsd - budget.Limits[0].HardUsd!.Value <= bound;
    }

    /// <summary>Whether all that is left is granted, as it must be once nothing is open.</summary>
    public async Task<bool> GrantsTheRestAsync()
    {
        var left = budget.Limits[0].HardUsd!.Value - SettledUsd;
        return left < 0 || (await ledger.ReserveAsync(tenant, budget, left, enforce: true, CancellationToken.None)).Lease is not null;
    }
}

namespace LanguageRouter.Budgets;

/// <summary>Keeps what tenants spend: reserves before a call, settles after it.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. For every window, what is settled and what is held back stay together at or below the hard
/// limit whenever a reservation is granted, and the limit also bears the largest overshoot of one attempt in the last days for every attempt
/// under way but one, so that it is exceeded by the difference of one attempt at most (docs/budgets.md has the proof and its conditions); a lease that is not settled within its lifetime holds nothing any longer.
/// </remarks>
public interface IBudgetLedger
{
    /// <summary>Tells how a budget stands, from memory and at once. The reservation decides; this only steers what is tried.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="budget">The budget.</param>
    /// <returns>The standing; <see cref="BudgetStanding.Unknown"/> where a shared ledger has not been asked yet.</returns>
    BudgetStanding GetStanding(string tenant, BudgetPolicy budget);

    /// <summary>Holds an amount back.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="usd">The amount in USD, 0 or more.</param>
    /// <param name="enforce">Whether a hard limit refuses; where it does not, the lease is granted and the limit is named beside it.</param>
    /// <param name="cancellationToken">The token that cancels the waiting.</param>
    /// <returns>The lease, the refusal, or <see cref="BudgetReservation.Unavailable"/>.</returns>
    ValueTask<BudgetReservation> ReserveAsync(string tenant, BudgetPolicy budget, decimal usd, bool enforce, CancellationToken cancellationToken);

    /// <summary>Replaces what a lease holds back by what was spent, also after its lifetime. A second call for the same lease does nothing.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="usd">The amount in USD, 0 or more.</param>
    /// <returns>A task that ends when the amount is counted, or safely waits for a ledger that is away.</returns>
    ValueTask SettleAsync(BudgetLease lease, decimal usd);
}

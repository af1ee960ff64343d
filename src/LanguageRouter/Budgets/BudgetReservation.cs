namespace LanguageRouter.Budgets;

/// <summary>Represents the answer of a ledger to a reservation.</summary>
public sealed class BudgetReservation
{
    private BudgetReservation(BudgetLease? lease, BudgetRefusal? refusal)
    {
        Lease = lease;
        Refusal = refusal;
    }

    /// <summary>Gets the answer of a ledger that cannot be reached, for a policy that refuses then.</summary>
    public static BudgetReservation Unavailable { get; } = new(null, null);

    /// <summary>Gets the lease; <see langword="null"/> where the reservation was refused.</summary>
    public BudgetLease? Lease { get; }

    /// <summary>Gets the limit that stands against it; beside a lease, the one that would have refused had limits been enforced.</summary>
    public BudgetRefusal? Refusal { get; }

    /// <summary>Creates the answer that grants a reservation.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="ignored">The limit that was not enforced.</param>
    /// <returns>The answer.</returns>
    public static BudgetReservation Granted(BudgetLease lease, BudgetRefusal? ignored = null)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return new(lease, ignored);
    }

    /// <summary>Creates the answer that refuses a reservation.</summary>
    /// <param name="refusal">The limit.</param>
    /// <returns>The answer.</returns>
    public static BudgetReservation Refused(BudgetRefusal refusal) => new(null, refusal);
}

using System.Collections.Immutable;

namespace LanguageRouter.Budgets;

/// <summary>Represents money held back for one attempt, until it is settled or its lifetime is over.</summary>
/// <remarks>Safe for concurrent use. Settling a lease a second time does nothing.</remarks>
public sealed class BudgetLease
{
    private int _closed;

    /// <summary>Gets the identifier, unique in all processes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the amount held back in USD.</summary>
    public required decimal ReservedUsd { get; init; }

    /// <summary>Gets the windows in which the attempt is counted: those that held when it was reserved.</summary>
    public required ImmutableArray<BudgetWindow> Windows { get; init; }

    /// <summary>Gets a value indicating whether the ledger took the reservation; <see langword="false"/> where it was away and the policy lets requests through.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>Closes the lease, for the ledger that settles it.</summary>
    /// <returns>Whether it was open: <see langword="false"/> from the second call on.</returns>
    public bool TryClose() => Interlocked.Exchange(ref _closed, 1) == 0;
}

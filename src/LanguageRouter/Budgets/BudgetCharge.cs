using LanguageRouter.Routes;

namespace LanguageRouter.Budgets;

/// <summary>Represents what one attempt did to the tenant's budget.</summary>
public sealed record BudgetCharge
{
    /// <summary>Gets the route.</summary>
    public required Route Route { get; init; }

    /// <summary>Gets how the reservation ended.</summary>
    public required BudgetChargeKind Kind { get; init; }

    /// <summary>Gets what was held back, or asked for in vain: the high end of the bill of all legs, in USD.</summary>
    public required decimal ReservedUsd { get; init; }

    /// <summary>Gets what was counted in the end, in USD; 0 where the reservation was refused.</summary>
    public decimal SettledUsd { get; init; }

    /// <summary>Gets a value indicating whether <see cref="SettledUsd"/> is an estimate, because no provider reported the usage.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Gets the limit that stood against the reservation; <see langword="null"/> where none did.</summary>
    public BudgetRefusal? Refusal { get; init; }
}

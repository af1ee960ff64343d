namespace LanguageRouter.Budgets;

/// <summary>The time over which a limit holds, in the tenant's time zone.</summary>
public enum BudgetPeriod
{
    /// <summary>A clock hour.</summary>
    Hour,

    /// <summary>A calendar day; one with a change of the clocks has 23 or 25 hours.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,
}

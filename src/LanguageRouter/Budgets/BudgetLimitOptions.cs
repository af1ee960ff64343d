namespace LanguageRouter.Budgets;

/// <summary>Represents the configuration of one limit of a budget.</summary>
public sealed class BudgetLimitOptions
{
    /// <summary>Gets or sets the period. Required.</summary>
    public BudgetPeriod? Period { get; set; }

    /// <summary>Gets or sets the amount in USD from which only the cheapest eligible route answers. Default: none.</summary>
    public decimal? SoftUsd { get; set; }

    /// <summary>Gets or sets the amount in USD that a reservation never exceeds: a request that might do so is refused. Default: none.</summary>
    public decimal? HardUsd { get; set; }
}

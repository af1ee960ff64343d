namespace LanguageRouter.Budgets;

/// <summary>Represents one limit of a budget.</summary>
/// <param name="Period">The period.</param>
/// <param name="SoftUsd">The amount from which only the cheapest eligible route answers; <see langword="null"/> for none.</param>
/// <param name="HardUsd">The amount that is not exceeded by more than the difference of one attempt; <see langword="null"/> for none.</param>
public readonly record struct BudgetLimit(BudgetPeriod Period, decimal? SoftUsd, decimal? HardUsd);

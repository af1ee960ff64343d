namespace LanguageRouter.Budgets;

/// <summary>Says which limit a reservation would have exceeded.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Window">The window; it ends when the budget resets.</param>
/// <param name="SpentUsd">What was spent or held back in the window.</param>
public readonly record struct BudgetRefusal(BudgetLimit Limit, BudgetWindow Window, decimal SpentUsd);

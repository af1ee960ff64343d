namespace LanguageRouter.Budgets;

/// <summary>Says which limit a reservation would have exceeded.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Window">The window; it ends when the budget resets.</param>
/// <param name="SpentUsd">What was spent or held back in the window.</param>
/// <param name="HeadroomUsd">What is kept free for attempts under way, each of which may cost more than was held back for it.</param>
public readonly record struct BudgetRefusal(BudgetLimit Limit, BudgetWindow Window, decimal SpentUsd, decimal HeadroomUsd = 0);

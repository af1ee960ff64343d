namespace LanguageRouter.Budgets;

/// <summary>What happens to a request while the shared ledger of budgets cannot be reached.</summary>
public enum UnavailableLedger
{
    /// <summary>The request goes on without a reservation, and its cost is settled once the ledger is back.</summary>
    Allow,

    /// <summary>The request is refused with <see cref="BudgetUnavailableException"/>.</summary>
    Refuse,
}

namespace LanguageRouter.Budgets;

/// <summary>How a reservation ended.</summary>
public enum BudgetChargeKind
{
    /// <summary>The ledger held the amount back.</summary>
    Reserved,

    /// <summary>The ledger held the amount back over a hard limit, because the tenant observes.</summary>
    OverLimit,

    /// <summary>The ledger was away, and the policy let the request through.</summary>
    Unconfirmed,

    /// <summary>A hard limit stood against it.</summary>
    Refused,

    /// <summary>The ledger was away, and the policy refused the request.</summary>
    Unavailable,
}

namespace LanguageRouter.Budgets;

/// <summary>The exception that refuses a request because the shared ledger of budgets cannot be reached and the tenant's policy refuses then.</summary>
public sealed class BudgetUnavailableException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="BudgetUnavailableException"/> class.</summary>
    /// <param name="tenant">The tenant.</param>
    public BudgetUnavailableException(string tenant)
        : base($"The ledger of budgets cannot be reached, and the policy of tenant '{tenant}' refuses requests then. Fix: bring the ledger back, or set Budget:WhenUnavailable to allow.") =>
        Tenant = tenant;

    /// <summary>Gets the tenant.</summary>
    public string Tenant { get; }
}

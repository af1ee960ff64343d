using LanguageRouter.Policies;

namespace LanguageRouter.Budgets;

/// <summary>Reads the section <c>Budget</c> of a policy.</summary>
internal static class BudgetOptionsReader
{
    /// <summary>Reads the section; null where there is none.</summary>
    public static BudgetOptions? Read(ConfigurationReader policy)
    {
        var budget = policy.Child("Budget");
        if (!budget.Exists)
        {
            return null;
        }

        var options = new BudgetOptions
        {
            TimeZone = budget.Text("TimeZone"),
            WhenUnavailable = budget.Choice<UnavailableLedger>("WhenUnavailable"),
            LeaseLifetime = budget.Duration("LeaseLifetime"),
            Limits = budget.Child("Limits").Exists ? [] : null,
        };
        foreach (var limit in budget.Children("Limits"))
        {
            options.Limits?.Add(new BudgetLimitOptions
            {
                Period = limit.Choice<BudgetPeriod>("Period"),
                SoftUsd = limit.Money("SoftUsd"),
                HardUsd = limit.Money("HardUsd"),
            });
            limit.RejectUnknownKeys();
        }

        budget.RejectUnknownKeys();
        return options;
    }
}

using System.Collections.Immutable;

namespace LanguageRouter.Budgets;

/// <summary>Represents how a tenant's budget stands, as far as this process knows.</summary>
/// <param name="OverSoft">The soft limit that is reached; <see langword="null"/> for none.</param>
/// <param name="RemainingUsd">What a further request may hold back under the tightest hard limit; <see langword="null"/> where none is set or nothing is known.</param>
public sealed record BudgetStanding(BudgetLimit? OverSoft, decimal? RemainingUsd)
{
    /// <summary>Gets the standing of a budget of which nothing is known: nothing stands against a request before its reservation.</summary>
    public static BudgetStanding Unknown { get; } = new(null, null);

    /// <summary>Compares what was spent and held back with the limits.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="spentUsd">What was spent and held back, in the order of the limits.</param>
    /// <param name="headroomUsd">What is kept free for attempts under way.</param>
    /// <returns>The standing.</returns>
    public static BudgetStanding Of(ImmutableArray<BudgetLimit> limits, ReadOnlySpan<decimal> spentUsd, decimal headroomUsd = 0)
    {
        BudgetLimit? overSoft = null;
        decimal? remaining = null;
        for (var i = 0; i < limits.Length; i++)
        {
            var (_, soft, hard) = limits[i];
            if (spentUsd[i] >= soft)
            {
                overSoft ??= limits[i];
            }

            if (hard - spentUsd[i] - headroomUsd is { } left && !(left >= remaining))
            {
                remaining = left;
            }
        }

        return new BudgetStanding(overSoft, remaining);
    }
}

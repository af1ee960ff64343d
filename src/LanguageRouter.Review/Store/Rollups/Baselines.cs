using LanguageRouter.Review.Records;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store.Rollups;

/// <summary>The fixed ways of choosing that a request's cost is compared with, as rollups sum them up.</summary>
/// <remarks>
/// A way of choosing that would have taken the route that answered costs what was measured; every other one is estimated. "First" is the
/// first in configured order; cheapest and dearest are among the routes that could have been chosen.
/// </remarks>
internal static class Baselines
{
    public static CostInterval? Default(StoredRecord record) => record.Default is { } route ? CostOf(record, route) : null;

    public static CostInterval? First(StoredRecord record, string kind)
    {
        foreach (var candidate in record.Candidates)
        {
            if (candidate.Kind == kind && candidate.ReasonsIn is null)
            {
                return CostOf(record, candidate.Route);
            }
        }

        return null;
    }

    public static CostInterval? Extreme(StoredRecord record, int sign)
    {
        CostInterval? extreme = null;
        foreach (var candidate in record.Candidates)
        {
            if ((candidate.Standing is "chosen" or "scored" || candidate.Route == record.Answered)
                && CostOf(record, candidate.Route) is { IsKnown: true } cost
                && (extreme is not { } best || sign * cost.LikelyUsd.CompareTo(best.LikelyUsd) > 0))
            {
                extreme = cost;
            }
        }

        return extreme;
    }

    private static CostInterval? CostOf(StoredRecord record, string route)
    {
        if (route == record.Answered)
        {
            return record.ActualCost;
        }

        foreach (var alternative in record.Alternatives)
        {
            if (alternative.Route == route)
            {
                return alternative.Cost;
            }
        }

        return null;
    }
}

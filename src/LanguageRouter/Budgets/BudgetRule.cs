using System.Collections.Immutable;
using System.Globalization;
using LanguageRouter.Decisions;
using LanguageRouter.Scoring;

namespace LanguageRouter.Budgets;

/// <summary>Takes out the routes that a budget no longer pays for.</summary>
/// <remarks>Pure: the standing of the budget was frozen when the request arrived.</remarks>
internal static class BudgetRule
{
    /// <summary>Whether a route's bill may exceed what is left under the hard limits, or says nothing about it.</summary>
    public static Exclusion? Check(BudgetStanding? standing, in CostInterval bill) =>
        standing is null ? null
        : bill.UnknownBecause is { } because ? new(ReasonCodes.CostUnknown, $"the tenant has a budget, and {because}")
        : bill.HighUsd > standing.RemainingUsd
            ? new(ReasonCodes.OverBudget, string.Create(CultureInfo.InvariantCulture, $"may cost ${bill.HighUsd:0.######}, ${standing.RemainingUsd:0.######} is left of the budget"))
        : null;

    /// <summary>Over a soft limit, keeps the cheapest of the routes that are still in.</summary>
    public static void Degrade(BudgetStanding? standing, RouteScore[] scores)
    {
        if (standing?.OverSoft is not { } limit)
        {
            return;
        }

        decimal? cheapest = null;
        foreach (var score in scores)
        {
            if (score.Standing == RouteStanding.Scored && !(score.Bill.Total.LikelyUsd >= cheapest))
            {
                cheapest = score.Bill.Total.LikelyUsd;
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var score = scores[i];
            if (score.Exclusion is null && score.Bill.Total.LikelyUsd > cheapest)
            {
                scores[i] = score with
                {
                    Standing = RouteStanding.Excluded,
                    Exclusion = new(ReasonCodes.OverSoftLimit, string.Create(CultureInfo.InvariantCulture, $"${score.Bill.Total.LikelyUsd:0.######} expected; over ${limit.SoftUsd:0.######} for the {KebabNames<BudgetPeriod>.Of(limit.Period)} only the cheapest route answers, at ${cheapest:0.######}")),
                };
            }
        }
    }

    /// <summary>Whether a decision that was made before still holds under the standing of now.</summary>
    public static bool Holds(BudgetStanding? standing, RoutingDecision decision) =>
        standing is null
        || standing.OverSoft is null && (standing.RemainingUsd is not { } remaining || decision.Scores.All(score => score.Bill.Total.HighUsd <= remaining));

    /// <summary>Whether a budget took a route out of a decision, so that it holds for this moment only.</summary>
    public static bool Shaped(ImmutableArray<RouteScore> scores)
    {
        foreach (var score in scores)
        {
            if (score.Exclusion?.Code is ReasonCodes.OverBudget or ReasonCodes.OverSoftLimit)
            {
                return true;
            }
        }

        return false;
    }
}

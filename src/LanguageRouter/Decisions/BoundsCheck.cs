using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Decisions;

/// <summary>Tells whether the bounds of the token counts settle which route wins, so that nothing need be counted.</summary>
/// <remarks>
/// The cost of a route is linear in the tokens of what is written, and a difference of totals is a quotient of linear functions of them.
/// Such a quotient is monotone in each count, so its extremes lie at the corners of the box that the bounds make: where the chosen route
/// wins at every corner, it wins for the exact counts. What does not exist yet (answers, translations) stays at its expected size: no
/// count could tell more.
/// </remarks>
internal static class BoundsCheck
{
    private const int MaxTokenizers = 4;

    public static bool Settles(RoutingPolicy policy, in VolumeView volumes, ImmutableArray<RouteScore> scores, RouteScore chosen, KeptRoute? keep)
    {
        var tokenizers = volumes.ByTokenizer;
        if (tokenizers.Length > MaxTokenizers || !ContextIsClear(volumes, scores) || !WarmPrefixIsClear(volumes, keep) || BudgetRule.Shaped(scores))
        {
            return false;
        }

        var reference = ScoreOf(scores, policy.DefaultRoute);
        for (var corner = 0; corner < 1 << tokenizers.Length; corner++)
        {
            var referenceCost = CostAt(reference, volumes, corner);
            var chosenCost = CostAt(chosen, volumes, corner);
            foreach (var score in scores)
            {
                var cost = CostAt(score, volumes, corner);
                if (policy.CostCeilingUsd is { } ceiling && score.Bill.Total.IsKnown && cost > (double)ceiling != score.Bill.Total.LikelyUsd > ceiling)
                {
                    return false;
                }

                if (score.Standing == RouteStanding.Scored && !ReferenceEquals(score, chosen) && referenceCost > 0
                    && Lead(policy, chosen, chosenCost, score, cost, reference, referenceCost) + DecisionMaker.Lead(policy, keep, chosen.Route) - DecisionMaker.Lead(policy, keep, score.Route) <= 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The chosen total less the other's, with the costs of the corner.
    private static double Lead(RoutingPolicy policy, RouteScore chosen, double chosenCost, RouteScore other, double otherCost, RouteScore reference, double referenceCost) =>
        policy.QualityWeight * (chosen.Quality.Points - other.Quality.Points) / 100
        - policy.CostWeight * (chosenCost - otherCost) / referenceCost
        - policy.LatencyWeight * (RouteScorer.LatencyShare(chosen.Latency, reference.Latency) - RouteScorer.LatencyShare(other.Latency, reference.Latency));

    private static double CostAt(RouteScore score, in VolumeView volumes, int corner)
    {
        var cost = score.Bill.LikelyUsd;
        var route = score.Route;
        if (route.Kind != RouteKind.Translated)
        {
            return cost + Shift(route, route.Model, LegKind.Answer, volumes, corner, withSystem: true, withHistory: true);
        }

        // Behind translation only the translator reads the text as it is written.
        return route.Translator?.Model is { } translator ? cost + Shift(route, translator, LegKind.TranslateIn, volumes, corner, withSystem: false, withHistory: volumes.TranslatesHistory) : cost;
    }

    private static double Shift(Route route, Model model, LegKind leg, in VolumeView volumes, int corner, bool withSystem, bool withHistory)
    {
        for (var i = 0; i < volumes.ByTokenizer.Length; i++)
        {
            var (name, tokens) = volumes.ByTokenizer[i];
            if (name == model.Tokenizer)
            {
                var written = tokens.Prompt;
                written = withHistory ? written + tokens.History : written;
                written = withSystem ? written + tokens.System : written;
                var end = (corner >> i & 1) == 0 ? written.Low : written.High;
                var slope = volumes.SlopeOf(route, model, leg);
                return (end - written.Likely) * slope * (double)(model.Prices.Input ?? 0) / 1_000_000;
            }
        }

        return 0;
    }

    // The cached share of a prompt is linear in its length only while the provider holds less than the shortest prefix.
    private static bool WarmPrefixIsClear(in VolumeView volumes, KeptRoute? keep) =>
        keep is not { WarmTokens: > 0 }
        || keep.Route.Kind == RouteKind.Translated
        || keep.Route.Model.Tokenizer is not { } tokenizer
        || (volumes.TryGet(tokenizer, out var tokens) && keep.WarmTokens <= tokens.System.Low + tokens.History.Low);

    private static bool ContextIsClear(in VolumeView volumes, ImmutableArray<RouteScore> scores)
    {
        foreach (var score in scores)
        {
            var model = score.Route.Model;
            if (model is { ContextWindow: { } window, Tokenizer: { } tokenizer } && score.Route.Kind != RouteKind.Translated && volumes.TryGet(tokenizer, out var tokens))
            {
                var written = tokens.System + tokens.History + tokens.Prompt;
                if (written.Low <= window != written.High <= window)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static RouteScore ScoreOf(ImmutableArray<RouteScore> scores, Route route)
    {
        foreach (var score in scores)
        {
            if (ReferenceEquals(score.Route, route))
            {
                return score;
            }
        }

        throw new ArgumentException($"Route '{route.Name}' has no score.", nameof(scores));
    }
}

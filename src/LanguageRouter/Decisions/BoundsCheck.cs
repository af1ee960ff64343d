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
    public static bool Settles(RoutingPolicy policy, in VolumeView volumes, ImmutableArray<RouteScore> scores, RouteScore chosen, KeptRoute? keep)
    {
        if (!ContextIsClear(volumes, scores) || !WarmPrefixIsClear(volumes, keep) || BudgetRule.Shaped(scores))
        {
            return false;
        }

        var reference = ScoreOf(scores, policy.DefaultRoute);
        var referenceCost = CostEnds.Of(reference, volumes);
        var chosenCost = CostEnds.Of(chosen, volumes);
        foreach (var score in scores)
        {
            var cost = CostEnds.Of(score, volumes);
            if (policy.CostCeilingUsd is { } ceiling && score.Bill.Total.IsKnown
                && (cost.Low > (double)ceiling != score.Bill.Total.LikelyUsd > ceiling || cost.High > (double)ceiling != score.Bill.Total.LikelyUsd > ceiling))
            {
                return false;
            }

            if (score.Standing != RouteStanding.Scored || ReferenceEquals(score, chosen))
            {
                continue;
            }

            // Three costs in up to three tokenizers: at most eight corners.
            var lead = DecisionMaker.Lead(policy, keep, chosen.Route) - DecisionMaker.Lead(policy, keep, score.Route);
            for (var corner = 0; corner < 8; corner++)
            {
                var at = referenceCost.At(corner & 1);
                var of = chosenCost.At(chosenCost.Tokenizer == referenceCost.Tokenizer ? corner & 1 : corner & 2);
                var other = cost.At(cost.Tokenizer == referenceCost.Tokenizer ? corner & 1 : cost.Tokenizer == chosenCost.Tokenizer ? corner & 2 : corner & 4);
                if (at > 0 && Lead(policy, chosen, of, score, other, reference, at) + lead <= 0)
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

    // What a route costs where the tokenizer that reads the text counts the fewest and the most tokens; the same where none does.
    private readonly record struct CostEnds(int Tokenizer, double Low, double High)
    {
        public double At(int high) => high == 0 ? Low : High;

        public static CostEnds Of(RouteScore score, in VolumeView volumes)
        {
            // Behind translation only the translator reads the text as it is written.
            var (likely, route) = (score.Bill.LikelyUsd, score.Route);
            var translated = route.Kind == RouteKind.Translated;
            if ((translated ? route.Translator?.Model : route.Model) is not { } model)
            {
                return new CostEnds(-1, likely, likely);
            }

            for (var i = 0; i < volumes.ByTokenizer.Length; i++)
            {
                ref readonly var volume = ref volumes.ByTokenizer[i];
                if (volume.Key != model.Tokenizer)
                {
                    continue;
                }

                var tokens = volume.Value;
                var written = translated ? tokens.Prompt : tokens.Prompt + tokens.System;
                written = translated && !volumes.TranslatesHistory ? written : written + tokens.History;
                var price = volumes.SlopeOf(route, model, translated ? LegKind.TranslateIn : LegKind.Answer) * (double)(model.Prices.Input ?? 0) / 1_000_000;
                return new CostEnds(i, likely + ((written.Low - written.Likely) * price), likely + ((written.High - written.Likely) * price));
            }

            return new CostEnds(-1, likely, likely);
        }
    }
}

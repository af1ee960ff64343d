using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions.Rules;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions;

/// <summary>Scores every route of a policy for a request: hard rules first, then bill, quality and latency, then floors and ceilings.</summary>
/// <remarks>Pure: the same values in, the same scores out.</remarks>
internal static class RouteScorer
{
    private static readonly IEligibilityRule[] Rules =
        [new AllowedRouteRule(), new DenialRule(), new ProviderRule(), new CapabilityRule(), new LanguageRule(), new TranslationRule(), new ContextWindowRule()];

    public static ImmutableArray<RouteScore> Score(RoutingPolicy policy, RequestSignals signals, in VolumeView volumes, DecisionState state)
    {
        var reference = policy.DefaultRoute;
        var referenceBill = RouteBill.Estimate(reference, volumes);
        var next = volumes.ExpectedTurns > 1 ? volumes.NextTurn() : null;
        var referenceCost = Expected(reference, referenceBill, volumes, next);
        var referenceLatency = LatencyEstimate.Of(reference, volumes);
        var routes = policy.Catalog.Routes;
        var scores = new RouteScore[routes.Length];
        var wording = policy.Learning.Wording is { } predictor ? signals.Wording?.By(predictor) : null;
        for (var i = 0; i < scores.Length; i++)
        {
            var route = routes[i];
            var isReference = ReferenceEquals(route, reference);
            var bill = isReference ? referenceBill : RouteBill.Estimate(route, volumes);
            var latency = isReference ? referenceLatency : LatencyEstimate.Of(route, volumes);
            var quality = QualityPriors.Shipped.Estimate(route, reference, signals.Task, signals.AnswerLanguage, wording);
            if (state.Quality is { } learnt)
            {
                quality = learnt.Estimate(route.Name, reference.Name, signals.Task, signals.Language.Tag, quality, state.At);
            }

            var exclusion = Exclude(route, policy, signals) ?? state.ExclusionOf(route) ?? (state.Budget is null ? null : BudgetRule.Check(state.Budget, bill.Total)) ?? (isReference ? null : CheckLimits(policy, bill, quality, latency));
            scores[i] = new RouteScore
            {
                Route = route,
                Standing = exclusion is not null ? RouteStanding.Excluded : route.IsHypothetical ? RouteStanding.Hypothetical : RouteStanding.Scored,
                Exclusion = exclusion,
                Bill = bill,
                Quality = quality,
                Latency = latency,
                Total = Total(policy, Expected(route, bill, volumes, next), referenceCost, quality, LatencyShare(latency, referenceLatency)),
            };
        }

        BudgetRule.Degrade(state.Budget, scores);
        return ImmutableCollectionsMarshal.AsImmutableArray(scores);
    }

    // What each of the expected requests costs on average: this one as it is, the others with the earlier turns in the provider's cache.
    private static double? Expected(Route route, in RouteBill bill, in VolumeView volumes, RequestVolumes? next) =>
        !bill.IsKnown ? null
        : next is null ? bill.LikelyUsd
        : (bill.LikelyUsd + RouteBill.Estimate(route, next).LikelyUsd * (volumes.ExpectedTurns - 1)) / volumes.ExpectedTurns;

    private static Exclusion? Exclude(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        foreach (var rule in Rules)
        {
            if (rule.Check(route, policy, signals) is { } exclusion)
            {
                return exclusion;
            }
        }

        return null;
    }

    private static Exclusion? CheckLimits(RoutingPolicy policy, in RouteBill bill, QualityEstimate quality, TimeSpan? latency) =>
        quality.LowPoints < policy.QualityFloor
            ? new(ReasonCodes.BelowQualityFloor, string.Create(CultureInfo.InvariantCulture, $"{quality.LowPoints:0.#} points at the cautious end, the floor is {policy.QualityFloor:0.#}"))
        : !bill.IsKnown && (policy.CostWeight > 0 || policy.CostCeilingUsd is not null)
            ? new(ReasonCodes.CostUnknown, bill.Total.UnknownBecause!)
        : policy.CostCeilingUsd is { } ceiling && bill.Total.LikelyUsd > ceiling
            ? new(ReasonCodes.AboveCostCeiling, string.Create(CultureInfo.InvariantCulture, $"${bill.Total.LikelyUsd:0.######} expected, the ceiling is ${ceiling:0.######}"))
        : policy.LatencyCeiling is { } longest && latency > longest
            ? new(ReasonCodes.AboveLatencyCeiling, string.Create(CultureInfo.InvariantCulture, $"{latency.Value.TotalSeconds:0.0} s expected, the ceiling is {longest.TotalSeconds:0.0} s"))
        : null;

    public static double LatencyShare(TimeSpan? latency, TimeSpan? reference) =>
        latency is { } own && reference is { } other && other > TimeSpan.Zero ? own / other : 1;

    // Each part is a share of the default route's, so that the weights mean the same for short and long requests.
    private static double Total(
        RoutingPolicy policy, double? cost, double? reference, in QualityEstimate quality, double latencyShare)
    {
        var costShare = cost is { } own && reference is > 0 and var other ? own / other : 1;
        return policy.QualityWeight * quality.Points / 100 - policy.CostWeight * costShare - policy.LatencyWeight * latencyShare;
    }
}

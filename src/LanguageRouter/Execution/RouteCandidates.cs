using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Execution;

/// <summary>The routes of a request in the order in which they are tried: the target, the other eligible ones by total, then those of the last resort.</summary>
/// <remarks>Safe for two attempts at once. The order is only made once the target has failed.</remarks>
internal sealed class RouteCandidates(RoutingRequest request, RoutingDecision decision)
{
    private readonly Lock _lock = new();
    private List<RouteCandidate>? _others;
    private int _next = -1;

    /// <summary>
    /// Whether other routes may be tried, and the target refused. An observed tenant stays where the application would have sent it, and a
    /// provider's conversation where its state is.
    /// </summary>
    public bool AreFree { get; } = decision.Mode != RoutingMode.Observe && request.ProviderConversation is null;

    public Route Target => decision.Target;

    /// <summary>The next route to try; null where there is none.</summary>
    /// <param name="onlyEligible">Whether those of the last resort wait: an eligible route may still answer.</param>
    public RouteCandidate? Next(bool onlyEligible)
    {
        lock (_lock)
        {
            if (_next < 0)
            {
                _next = 0;
                return new RouteCandidate(Target, null);
            }

            if (!AreFree)
            {
                return null;
            }

            _others ??= Others();
            return _next == _others.Count || (onlyEligible && _others[_next].Reason == ReasonCodes.LastResort) ? null : _others[_next++];
        }
    }

    private List<RouteCandidate> Others()
    {
        var resort = request.Policy.Resilience.LastResort;
        var others = decision.Scores.Where(score => score.Route.Name != Target.Name).OrderByDescending(score => score.Total).ToArray();
        return
        [
            .. others.Where(score => score.Standing is RouteStanding.Scored or RouteStanding.Chosen).Select(score => new RouteCandidate(score.Route, ReasonCodes.Failover)),
            .. others.Where(score => IsLastResort(score, resort)).Select(score => new RouteCandidate(score.Route, ReasonCodes.LastResort)),
        ];
    }

    // The floor is looked at before the ceilings, so that these have to be asked again.
    private bool IsLastResort(RouteScore score, LastResort resort) =>
        score is { Standing: RouteStanding.Excluded, Exclusion.Code: ReasonCodes.BelowQualityFloor, Route.IsHypothetical: false }
        && (resort == LastResort.Any || (resort == LastResort.Uncompared && score.Quality.Evidence == QualityEvidence.Unmeasured))
        && (request.Policy.CostCeilingUsd is not { } ceiling || (score.Bill.Total.IsKnown && score.Bill.Total.LikelyUsd <= ceiling))
        && !(request.Policy.LatencyCeiling is { } longest && score.Latency > longest);
}

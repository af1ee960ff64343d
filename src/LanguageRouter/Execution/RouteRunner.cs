using LanguageRouter.Decisions;
using LanguageRouter.Paths;
using LanguageRouter.Routes;

namespace LanguageRouter.Execution;

/// <summary>Runs one route by itself: no choice, no failover, no record.</summary>
internal sealed class RouteRunner(RouteClients clients, TimeProvider time)
{
    public async Task<RouteRun> RunAsync(Route route, RoutingRequest request, RoutingDecision decision, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var response = await clients.Get(route).GetResponseAsync(request.Messages, AttemptOptions.Of(route, request, decision), cancellationToken).ConfigureAwait(false);
        var duration = time.GetElapsedTime(startedAt);
        var legs = response.GetPathLegs() is { Count: > 0 } reported
            ? reported
            : [new PathLeg { Kind = LegKind.Answer, ModelId = response.ModelId, Usage = response.Usage, Duration = duration }];
        return new RouteRun(response, new RouteAttempt
        {
            Route = route,
            Outcome = AttemptOutcome.Succeeded,
            TimeToFirstUpdate = duration,
            Duration = duration,
            Legs = legs,
            Cost = LegCost.Of(route, legs),
        });
    }
}

using LanguageRouter.Decisions;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Execution;

/// <summary>Runs one route by itself: no choice, no failover, no record.</summary>
internal sealed class RouteRunner(RouteClients clients, TimeProvider time)
{
    /// <summary>Runs a route; <paramref name="ended"/> hears of the attempt also where it failed.</summary>
    public async Task<RouteRun> RunAsync(Route route, RoutingRequest request, RoutingDecision decision, Action<RouteAttempt> ended, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        try
        {
            var response = await clients.Get(route).GetResponseAsync(request.Messages, AttemptOptions.Of(route, request, decision), cancellationToken).ConfigureAwait(false);
            var duration = time.GetElapsedTime(startedAt);
            var legs = response.GetPathLegs() is { Count: > 0 } reported
                ? reported
                : [new PathLeg { Kind = LegKind.Answer, ModelId = response.ModelId, Usage = response.Usage, Duration = duration }];
            var attempt = new RouteAttempt
            {
                Route = route,
                Outcome = AttemptOutcome.Succeeded,
                TimeToFirstUpdate = duration,
                Duration = duration,
                Legs = legs,
                Cost = LegCost.Of(route, legs),
            };
            ended(attempt);
            return new RouteRun(response, attempt);
        }
        catch (Exception exception)
        {
            // What the provider charges for it is not known: the expected bill is settled.
            var legs = exception.GetPathLegs();
            ended(new RouteAttempt
            {
                Route = route,
                Outcome = AttemptOutcome.Failed,
                Error = RouteErrorClass.Unknown,
                Duration = time.GetElapsedTime(startedAt),
                Legs = legs,
                Cost = legs.Count > 0 ? LegCost.Of(route, legs) : CostInterval.Unknown($"route '{route.Name}' failed without reporting usage"),
            });
            throw;
        }
    }
}

using LanguageRouter.Execution.Resilience;
using LanguageRouter.Telemetry;

namespace LanguageRouter.Execution;

/// <summary>Runs attempts until one has output to commit to: the target, on its failure the next route, and where the policy says so a second route beside the first.</summary>
internal sealed class AttemptRunner(RouteClients clients, RouteErrorClassifiers classifiers, RouteHealthTracker health, RoutingTelemetry telemetry, TimeProvider time)
{
    public async ValueTask<(AttemptScope Attempt, TAnswer Answer)> RunAsync<TAnswer>(
        AnswerCall<TAnswer> call, RoutingRequest request, RouteExecution execution, CancellationToken cancellationToken)
    {
        var candidates = new RouteCandidates(request, execution.Decision);
        var lane = candidates.AreFree && request.Policy.Resilience.HedgeAfter is not null ? new AttemptLane() : null;
        var first = await NextAsync(candidates, execution, lane, cancellationToken).ConfigureAwait(false)
            ?? (lane is null ? null : await NextAsync(candidates, execution, lane: null, cancellationToken).ConfigureAwait(false))
            ?? await InsistAsync(candidates, execution, cancellationToken).ConfigureAwait(false);
        return lane is null
            ? await FailOverAsync(call, request, execution, candidates, first, lane, cancellationToken).ConfigureAwait(false)
            : await HedgeAsync(call, request, execution, candidates, first, lane, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(AttemptScope Attempt, TAnswer Answer)> FailOverAsync<TAnswer>(
        AnswerCall<TAnswer> call, RoutingRequest request, RouteExecution execution, RouteCandidates candidates, AttemptScope attempt, AttemptLane? lane, CancellationToken cancellationToken)
    {
        while (true)
        {
            attempt.Trace();
            lane?.Run(attempt);
            try
            {
                var options = AttemptOptions.Of(attempt.Route, request, execution.Decision);
                return (attempt, await call.StartAsync(clients.Get(attempt.Route), request.Messages, options, attempt).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                var cause = attempt.CauseOf(exception);
                var next = attempt.Fail(cause) && lane is not { IsLost: true }
                    ? await NextAsync(candidates, execution, lane, cancellationToken).ConfigureAwait(false)
                    : null;
                if (next is null)
                {
                    if (ReferenceEquals(cause, exception))
                    {
                        throw;
                    }

                    throw cause;
                }

                telemetry.FailedOver(attempt.Route, next.Route);
                attempt = next;
            }
        }
    }

    private async ValueTask<(AttemptScope Attempt, TAnswer Answer)> HedgeAsync<TAnswer>(
        AnswerCall<TAnswer> call, RoutingRequest request, RouteExecution execution, RouteCandidates candidates, AttemptScope attempt, AttemptLane firstLane, CancellationToken cancellationToken)
    {
        try
        {
            return await RaceAsync(call, request, execution, candidates, attempt, firstLane, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && RouteErrorClassifiers.AllowsFailover(classifiers.Classify(exception)))
        {
            // Every eligible route has failed; now the last resort may serve.
            if (await NextAsync(candidates, execution, lane: null, cancellationToken).ConfigureAwait(false) is not { } last)
            {
                throw;
            }

            telemetry.FailedOver(attempt.Route, last.Route);
            return await FailOverAsync(call, request, execution, candidates, last, lane: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(AttemptScope Attempt, TAnswer Answer)> RaceAsync<TAnswer>(
        AnswerCall<TAnswer> call, RoutingRequest request, RouteExecution execution, RouteCandidates candidates, AttemptScope attempt, AttemptLane firstLane, CancellationToken cancellationToken)
    {
        // 1. The first lane alone, for as long as the policy gives it.
        var after = request.Policy.Resilience.HedgeAfter!.Value;
        var secondLane = new AttemptLane();
        var first = FailOverAsync(call, request, execution, candidates, attempt, firstLane, cancellationToken).AsTask();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(first, Task.Delay(after, time, patience.Token)).ConfigureAwait(false);
        await patience.CancelAsync().ConfigureAwait(false);
        if (first.IsCompleted || cancellationToken.IsCancellationRequested
            || await NextAsync(candidates, execution, secondLane, cancellationToken, Decisions.ReasonCodes.Hedge).ConfigureAwait(false) is not { } hedge)
        {
            return await first.ConfigureAwait(false);
        }

        // 2. A second one beside it. Whichever has output first is taken; where one comes to its end without, the other goes on alone.
        telemetry.Hedged(hedge.Route);
        var second = FailOverAsync(call, request, execution, candidates, hedge, secondLane, cancellationToken).AsTask();
        var winner = await Task.WhenAny(first, second).ConfigureAwait(false);
        var other = winner == first ? second : first;
        if (!winner.IsCompletedSuccessfully)
        {
            await Task.WhenAny(other).ConfigureAwait(false);
            _ = winner.Exception;
            if (other.IsCompletedSuccessfully)
            {
                return await other.ConfigureAwait(false);
            }

            // Both failed: the target's error is the one that the caller can make something of.
            _ = second.Exception;
            return await first.ConfigureAwait(false);
        }

        // 3. The loser is cancelled. It is not waited for, and what it cost by now is on the account.
        if (!other.IsCompleted)
        {
            (winner == first ? secondLane : firstLane).Lose();
        }

        _ = DiscardAsync(call, other);
        return await winner.ConfigureAwait(false);
    }

    private static async Task DiscardAsync<TAnswer>(AnswerCall<TAnswer> call, Task<(AttemptScope Attempt, TAnswer Answer)> lost)
    {
#pragma warning disable CA1031 // How the loser ended is on its attempt; the request has its answer.
        try
        {
            var (attempt, answer) = await lost.ConfigureAwait(false);
            await call.DiscardAsync(answer, attempt).ConfigureAwait(false);
        }
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }

    // The next route that takes the request. While two lanes run, none of them takes the last resort: the other may still answer.
    private async ValueTask<AttemptScope?> NextAsync(
        RouteCandidates candidates, RouteExecution execution, AttemptLane? lane, CancellationToken cancellationToken, string? reason = null)
    {
        while (candidates.Next(onlyEligible: lane is not null) is { } candidate)
        {
            if (!await execution.Budget.TryReserveAsync(candidate.Route, cancellationToken).ConfigureAwait(false))
            {
                if (execution.Budget.IsUnavailable)
                {
                    return null;
                }

                continue;
            }

            var guard = health.GuardOf(candidate.Route);
            var (refusal, lease) = await guard.EnterAsync(candidates.AreFree, evenIfOut: false, mayWait: reason is null, cancellationToken).ConfigureAwait(false);
            if (refusal == RouteRefusal.None)
            {
                return Scope(candidate.Route, reason ?? candidate.Reason, lease, execution, isHedged: lane is not null, cancellationToken);
            }

            execution.Budget.Abandon(candidate.Route);
            telemetry.Refused(candidate.Route, refusal);
        }

        return null;
    }

    // Every route is out, or the budget pays for none. The router must not be less available than the application without it, so the target is tried all the same; a limit
    // of concurrency holds, though.
    private async ValueTask<AttemptScope> InsistAsync(RouteCandidates candidates, RouteExecution execution, CancellationToken cancellationToken)
    {
        execution.Budget.ThrowIfRefused();
        var target = candidates.Target;
        var (refusal, lease) = await health.GuardOf(target).EnterAsync(limited: true, evenIfOut: true, mayWait: true, cancellationToken).ConfigureAwait(false);
        return refusal == RouteRefusal.None
            ? Scope(target, null, lease, execution, isHedged: true, cancellationToken)
            : throw new RouteBusyException($"Route '{target.Name}' carries {target.Resilience.MaxConcurrency} requests and {target.Resilience.QueueLength} waiting ones, which is all it may, and no other route can serve. Fix: raise its MaxConcurrency or QueueLength, add a route, or slow down.");
    }

    // Nothing configured, nothing paid: without a limit of time there is no clock, and the client gets the caller's own token.
    private AttemptScope Scope(Routes.Route route, string? reason, in RouteLease lease, RouteExecution execution, bool isHedged, CancellationToken cancellationToken)
    {
        var clock = isHedged || route.Resilience.LimitsTime ? new AttemptClock(route, time, cancellationToken) : null;
        return new AttemptScope(route, reason, lease, clock, execution, classifiers, time, cancellationToken);
    }
}

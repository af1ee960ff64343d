using System.Collections.Immutable;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Learning;

namespace LanguageRouter.Records;

/// <summary>A request that is over, with what its record is made from. The record itself is made off the request's path.</summary>
internal sealed class FinishedRequest(
    RoutingDecision decision, RoutingPolicy policy, DecisionState state, ImmutableArray<RouteAttempt> attempts, DateTimeOffset timestamp, TimeSpan duration)
{
    public RoutingDecision Decision { get; } = decision;

    public RoutingRecord ToRecord()
    {
        var succeeded = attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded);
        var volumes = VolumeEstimator.Estimate(Decision.Signals, policy.Catalog.Tokenizers.AsSpan(), RecordedUsage.MeasuredAnswer(succeeded, Decision.Signals), state.Usage);
        return new RoutingRecord
        {
            Decision = Decision.Origin == DecisionOrigin.Cached ? Rescored() : Decision,
            Timestamp = timestamp,
            Attempts = attempts,
            Duration = duration,
            ActualCost = attempts.Aggregate(CostInterval.Exact(0), (sum, attempt) => sum + attempt.Cost),
            CounterfactualCosts =
            [
                .. policy.Catalog.Routes
                    .Where(route => !ReferenceEquals(route, succeeded?.Route))
                    .Select(route => KeyValuePair.Create(route.Name, RouteBill.Estimate(route, volumes).Total)),
            ],
        };
    }

    // A cached decision carries the bills of the request it was made for; the account needs those of this one.
    private RoutingDecision Rescored()
    {
        var volumes = VolumeEstimator.Estimate(Decision.Signals, policy.Catalog.Tokenizers.AsSpan(), measuredAnswer: null, state.Usage);
        var scores = RouteScorer.Score(policy, Decision.Signals, volumes.View(), state);
        return Decision with
        {
            Scores = [.. scores.Select(score => ReferenceEquals(score.Route, Decision.Chosen) ? score with { Standing = RouteStanding.Chosen } : score)],
        };
    }
}

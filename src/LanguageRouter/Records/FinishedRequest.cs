using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Usage;

namespace LanguageRouter.Records;

/// <summary>A request that is over, with what its record is made from. The record itself is made off the request's path.</summary>
internal sealed class FinishedRequest(RoutingRequest request, RouteExecution execution, DateTimeOffset timestamp, TimeSpan duration)
{
    private readonly ImmutableArray<RouteAttempt> _attempts = execution.Attempts;
    private readonly ImmutableArray<BudgetCharge> _charges = execution.Budget.Charges;
    private readonly Guid? _regenerationOf = execution.RegenerationOf;
    private readonly RoutingPolicy _policy = request.Policy;
    private readonly DecisionState _state = request.State;
    private readonly ExperimentArm? _arm = request.Arm;
    private readonly RoutingOverrides? _overrides = request.Overrides;

    public RoutingDecision Decision { get; } = execution.Decision;

    public RoutingRecord ToRecord()
    {
        var succeeded = _attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded);
        var volumes = VolumeEstimator.Estimate(Decision.Signals, _policy.Catalog.Tokenizers.AsSpan(), RecordedUsage.MeasuredAnswer(succeeded, Decision.Signals), _state.Usage);
        var decided = Decision.Origin == DecisionOrigin.Cached ? Rescored() : Decision;
        var other = _arm is null ? null : ChoiceOf(_arm.Other);
        return new RoutingRecord
        {
            Decision = _arm is null || other!.Route.Name == decided.Chosen.Name ? decided : decided with { Propensity = decided.Propensity * _arm.Probability },
            Timestamp = timestamp,
            Attempts = _attempts,
            BudgetCharges = _charges,
            Duration = duration,
            RegenerationOf = _regenerationOf,
            Overrides = _overrides,
            ActualCost = _attempts.Aggregate(CostInterval.Exact(0), (sum, attempt) => sum + attempt.Cost),
            TokenizerComparison = TokenizerComparisons.Of(succeeded),
            CounterfactualCosts =
            [
                .. _policy.Catalog.Routes
                    .Where(route => !ReferenceEquals(route, succeeded?.Route))
                    .Select(route => KeyValuePair.Create(route.Name, RouteBill.Estimate(route, volumes).Total)),
            ],
            Shadow = other is null ? null : new ShadowDecision
            {
                PolicyVersion = _arm!.Other.Version,
                Route = other.Route.Name,
                CostDifference = CostInterval.Difference(other.Bill.Total, decided.ScoreOf(decided.Chosen.Name)!.Bill.Total),
            },
        };
    }

    // What the other policy of the experiment would have chosen: from the same signals and state, by estimated counts, as the text is gone.
    private RouteScore ChoiceOf(RoutingPolicy other)
    {
        var volumes = VolumeEstimator.Estimate(Decision.Signals, other.Catalog.Tokenizers.AsSpan(), measuredAnswer: null, _state.Usage);
        return DecisionMaker.Choose(other, RouteScorer.Score(other, Decision.Signals, volumes.View(), _state), keep: null).Chosen;
    }

    // A cached decision carries the bills of the request it was made for; the account needs those of this one.
    private RoutingDecision Rescored()
    {
        var volumes = VolumeEstimator.Estimate(Decision.Signals, _policy.Catalog.Tokenizers.AsSpan(), measuredAnswer: null, _state.Usage);
        var scores = RouteScorer.Score(_policy, Decision.Signals, volumes.View(), _state);
        return Decision with
        {
            Scores = [.. scores.Select(score => ReferenceEquals(score.Route, Decision.Chosen) ? score with { Standing = RouteStanding.Chosen } : score)],
        };
    }
}

using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;

namespace LanguageRouter.Records;

/// <summary>A request that is over, with what its record is made from. The record itself is made off the request's path.</summary>
internal sealed class FinishedRequest(
    RoutingDecision decision, RoutingPolicy policy, DecisionState state, ImmutableArray<RouteAttempt> attempts, ImmutableArray<BudgetCharge> charges, DateTimeOffset timestamp, TimeSpan duration)
{
    public RoutingDecision Decision { get; } = decision;

    public RoutingRecord ToRecord()
    {
        var volumes = VolumeEstimator.Estimate(Decision.Signals, policy.Catalog.Tokenizers, warmRoute: null, MeasuredAnswer());
        var answered = attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded)?.Route;
        return new RoutingRecord
        {
            Decision = Decision.Origin == DecisionOrigin.Cached ? Rescored() : Decision,
            Timestamp = timestamp,
            Attempts = attempts,
            BudgetCharges = charges,
            Duration = duration,
            ActualCost = attempts.Aggregate(CostInterval.Exact(0), (sum, attempt) => sum + attempt.Cost),
            CounterfactualCosts =
            [
                .. policy.Catalog.Routes
                    .Where(route => !ReferenceEquals(route, answered))
                    .Select(route => KeyValuePair.Create(route.Name, RouteBill.Estimate(route, volumes).Total)),
            ],
        };
    }

    // A cached decision carries the bills of the request it was made for; the account needs those of this one.
    private RoutingDecision Rescored()
    {
        var volumes = VolumeEstimator.Estimate(Decision.Signals, policy.Catalog.Tokenizers, warmRoute: null, measuredAnswer: null);
        var scores = RouteScorer.Score(policy, Decision.Signals, volumes, state);
        return Decision with
        {
            Scores = [.. scores.Select(score => ReferenceEquals(score.Route, Decision.Chosen) ? score with { Standing = RouteStanding.Chosen } : score)],
        };
    }

    // The answer's length is known now: in English tokens of o200k_base, as the estimates have it.
    private TokenInterval? MeasuredAnswer()
    {
        var attempt = attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded);
        var answer = attempt?.Legs.LastOrDefault(leg => leg.Kind == LegKind.Answer);
        if (attempt is null || answer?.Usage?.OutputTokenCount is not { } output || attempt.Route.Model.Tokenizer is not { } tokenizer)
        {
            return null;
        }

        var language = attempt.Route.Kind == Routes.RouteKind.Translated ? "en" : Decision.Signals.AnswerLanguage;
        var visible = Math.Max(0, output - (answer.Usage.ReasoningTokenCount ?? 0));
        return TokenInterval.Exact((int)Math.Min(int.MaxValue, Math.Round(visible / TokenDensity.Of(tokenizer, language))));
    }
}

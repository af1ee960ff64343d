using System.Diagnostics.Metrics;
using LanguageRouter.Execution;
using LanguageRouter.Records;
using LanguageRouter.Scoring;

namespace LanguageRouter.Telemetry;

/// <summary>What a finished request adds to the meter: times, tokens, and the saving against the default route.</summary>
/// <remarks>Times and tokens are measured. The saving is estimated: the default route's cost is what it would have been.</remarks>
internal sealed class AccountMetrics(Meter meter)
{
    private const string RouteTag = "language_router.route";
    private const string OutcomeTag = "language_router.outcome";

    private readonly Histogram<double> _requestDuration = meter.CreateHistogram<double>("language_router.request.duration", "s", "Time from the request to the end of the answer, by the route tried last and its outcome.");
    private readonly Histogram<double> _attemptDuration = meter.CreateHistogram<double>("language_router.attempt.duration", "s", "Time of one attempt, by route and outcome.");
    private readonly Histogram<double> _firstUpdate = meter.CreateHistogram<double>("language_router.time_to_first_update", "s", "Time from an attempt's start to its first update that says something, by route.");
    private readonly Counter<long> _tokens = meter.CreateCounter<long>("language_router.tokens", "{token}", "Tokens that providers reported, by route and type; cached_input is a part of input, reasoning of output.");
    private readonly UpDownCounter<double> _saving = meter.CreateUpDownCounter<double>("language_router.saving", "{USD}", "Expected cost of the default route less the measured cost, by the route that answered. Estimated.");

    public void Add(RoutingRecord record)
    {
        foreach (var attempt in record.Attempts)
        {
            Add(attempt);
        }

        if (record.Attempts is not [.., var last])
        {
            return;
        }

        _requestDuration.Record(record.Duration.TotalSeconds, new(RouteTag, last.Route.Name), new(OutcomeTag, KebabNames<AttemptOutcome>.Of(last.Outcome)));
        if (last.Outcome == AttemptOutcome.Succeeded && record.ActualCost.IsKnown && DefaultCost(record, last.Route.Name) is { IsKnown: true } baseline)
        {
            _saving.Add((double)(baseline.LikelyUsd - record.ActualCost.LikelyUsd), new KeyValuePair<string, object?>(RouteTag, last.Route.Name));
        }
    }

    private static CostInterval? DefaultCost(RoutingRecord record, string answered)
    {
        foreach (var score in record.Decision.Scores)
        {
            if (score.Quality.Evidence == QualityEvidence.Reference)
            {
                return score.Route.Name == answered ? record.ActualCost
                    : record.CounterfactualCosts.Where(cost => cost.Key == score.Route.Name).Select(cost => (CostInterval?)cost.Value).FirstOrDefault();
            }
        }

        return null;
    }

    private void Add(RouteAttempt attempt)
    {
        var route = attempt.Route.Name;
        _attemptDuration.Record(attempt.Duration.TotalSeconds, new(RouteTag, route), new(OutcomeTag, KebabNames<AttemptOutcome>.Of(attempt.Outcome)));
        if (attempt.TimeToFirstUpdate is { } first)
        {
            _firstUpdate.Record(first.TotalSeconds, new KeyValuePair<string, object?>(RouteTag, route));
        }

        if (!_tokens.Enabled)
        {
            return;
        }

        foreach (var leg in attempt.Legs)
        {
            AddTokens(route, "input", leg.Usage?.InputTokenCount);
            AddTokens(route, "cached_input", leg.Usage?.CachedInputTokenCount);
            AddTokens(route, "output", leg.Usage?.OutputTokenCount);
            AddTokens(route, "reasoning", leg.Usage?.ReasoningTokenCount);
        }
    }

    private void AddTokens(string route, string type, long? tokens)
    {
        if (tokens is > 0)
        {
            _tokens.Add(tokens.Value, new(RouteTag, route), new("gen_ai.token.type", type));
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Execution.Resilience;
using LanguageRouter.Paths;
using LanguageRouter.Records;
using LanguageRouter.Routes;

namespace LanguageRouter.Telemetry;

/// <summary>The meter and the activity source <c>LanguageRouter</c>. docs/telemetry.md lists every name.</summary>
/// <remarks>
/// Safe for concurrent use. The tenant is an attribute of activities and not of metrics, whose cardinality it would multiply.
/// No attribute holds text of a request.
/// </remarks>
internal sealed class RoutingTelemetry : IDisposable
{
    public const string Name = "LanguageRouter";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _decisions;
    private readonly Histogram<double> _decisionDuration;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _failovers;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _hedges;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _droppedRecords;
    private readonly Counter<long> _sinkFailures;
    private readonly Counter<long> _policyReloads;
    private readonly Histogram<double> _estimateErrors;
    private readonly AccountMetrics _account;

    public RoutingTelemetry(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _decisions = _meter.CreateCounter<long>("language_router.decisions", "{decision}", "Decisions by chosen route, path, origin, mode, language and task kind.");
        _decisionDuration = _meter.CreateHistogram<double>("language_router.decision.duration", "s", "Time from the request to the decision.");
        _attempts = _meter.CreateCounter<long>("language_router.attempts", "{attempt}", "Attempts by route, outcome and class of error.");
        _failovers = _meter.CreateCounter<long>("language_router.failovers", "{failover}", "Failovers by the route left and the route taken.");
        _refusals = _meter.CreateCounter<long>("language_router.route.refusals", "{refusal}", "Attempts that a route did not take, by route and reason: nothing was sent.");
        _hedges = _meter.CreateCounter<long>("language_router.hedges", "{hedge}", "Second routes asked beside a slow first one, by route.");
        _cost = _meter.CreateCounter<double>("language_router.cost", "{USD}", "Known cost of attempts by route, after reported usage.");
        _droppedRecords = _meter.CreateCounter<long>("language_router.records.dropped", "{record}", "Records dropped because the queue was full.");
        _sinkFailures = _meter.CreateCounter<long>("language_router.records.sink_failures", "{failure}", "Records that a sink did not take.");
        _policyReloads = _meter.CreateCounter<long>("language_router.policy.reloads", "{reload}", "Changes of the configuration, accepted or rejected.");
        _estimateErrors = _meter.CreateHistogram<double>("language_router.estimate.error", "1", "Distance of an estimate of tokens from what the provider reported, by the latter: with and without what was learnt.");
        _account = new AccountMetrics(_meter);
    }

    public void PolicyReloaded(bool accepted) => _policyReloads.Add(1, new KeyValuePair<string, object?>("language_router.outcome", accepted ? "accepted" : "rejected"));

    public static Activity? StartRequest(string tenant)
    {
        var activity = Activities.StartActivity("route_request");
        activity?.SetTag("language_router.tenant", tenant);
        return activity;
    }

    public void Decided(RoutingDecision decision, TimeSpan duration, Activity? activity)
    {
        var signals = decision.Signals;
        if (_decisions.Enabled)
        {
            _decisions.Add(1, new TagList
            {
                { "language_router.route", decision.Chosen.Name },
                { "language_router.path", Kebab(decision.Chosen.Kind) },
                { "language_router.origin", Kebab(decision.Origin) },
                { "language_router.mode", Kebab(decision.Mode) },
                { "language_router.language", signals.Language.Tag },
                { "language_router.task", Kebab(signals.Task) },
            });
        }

        if (_decisionDuration.Enabled)
        {
            _decisionDuration.Record(duration.TotalSeconds, new TagList { { "language_router.origin", Kebab(decision.Origin) } });
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("language_router.decision.id", decision.Id.ToString());
            activity.SetTag("language_router.route", decision.Chosen.Name);
            activity.SetTag("language_router.target", decision.Target.Name);
            activity.SetTag("language_router.origin", Kebab(decision.Origin));
            activity.SetTag("language_router.reasons", string.Join(',', decision.Reasons));
            activity.SetTag("language_router.policy.version", decision.PolicyVersion);
            activity.SetTag("language_router.language", signals.Language.Tag);
            activity.SetTag("language_router.task", Kebab(signals.Task));
        }
    }

    public static Activity? StartAttempt(Route route)
    {
        var activity = Activities.StartActivity($"chat {route.RequestModelId}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("gen_ai.operation.name", "chat");
            activity.SetTag("gen_ai.request.model", route.RequestModelId);
            activity.SetTag("language_router.route", route.Name);
            activity.SetTag("language_router.path", Kebab(route.Kind));
            if (route.Model.Provider is { } provider)
            {
                activity.SetTag("gen_ai.provider.name", provider);
            }
        }

        return activity;
    }

    public static void EndAttempt(Activity? activity, RouteAttempt attempt)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("language_router.outcome", Kebab(attempt.Outcome));
        if (attempt.Error is { } error)
        {
            activity.SetTag("error.type", Kebab(error));
            activity.SetStatus(ActivityStatusCode.Error);
        }

        if (attempt.Legs.LastOrDefault(leg => leg.Kind == LegKind.Answer) is { } answer)
        {
            activity.SetTag("gen_ai.response.model", answer.ModelId);
            activity.SetTag("gen_ai.usage.input_tokens", answer.Usage?.InputTokenCount);
            activity.SetTag("gen_ai.usage.output_tokens", answer.Usage?.OutputTokenCount);
            activity.SetTag("gen_ai.usage.cache_read.input_tokens", answer.Usage?.CachedInputTokenCount);
        }

        activity.Dispose();
    }

    public void FailedOver(Route from, Route to) =>
        _failovers.Add(1, new("language_router.route", from.Name), new("language_router.failover.route", to.Name));

    public void Refused(Route route, RouteRefusal refusal) =>
        _refusals.Add(1, new("language_router.route", route.Name), new("language_router.reason", Kebab(refusal)));

    public void Hedged(Route route) => _hedges.Add(1, new KeyValuePair<string, object?>("language_router.route", route.Name));

    /// <summary>Has the state of the routes asked for whenever metrics are collected.</summary>
    public void ObserveRouteStates(Func<IEnumerable<Measurement<int>>> states) =>
        _meter.CreateObservableGauge("language_router.route.state", states, "{state}", "State of each route: 0 healthy, 1 half-open, 2 open.");

    public void Recorded(RoutingRecord record)
    {
        _account.Add(record);
        foreach (var attempt in record.Attempts)
        {
            _attempts.Add(
                1,
                new("language_router.route", attempt.Route.Name),
                new("language_router.outcome", Kebab(attempt.Outcome)),
                new("error.type", attempt.Error is { } error ? Kebab(error) : null));
            if (attempt.Cost.IsKnown)
            {
                _cost.Add((double)attempt.Cost.LikelyUsd, new KeyValuePair<string, object?>("language_router.route", attempt.Route.Name));
            }
        }
    }

    /// <summary>An estimate that a provider's report can be held against, before and after what was learnt corrects it.</summary>
    public void Estimated(string estimate, string model, string language, int uncorrected, int corrected, long actual)
    {
        if (_estimateErrors.Enabled)
        {
            Record(uncorrected, false);
            Record(corrected, true);
        }

        void Record(int tokens, bool learnt) => _estimateErrors.Record(
            Math.Abs(tokens - actual) / (double)actual,
            new TagList { { "language_router.estimate", estimate }, { "language_router.learnt", learnt }, { "language_router.model", model }, { "language_router.language", language } });
    }

    public void RecordDropped() => _droppedRecords.Add(1);

    public void SinkFailed(string sink) => _sinkFailures.Add(1, new KeyValuePair<string, object?>("language_router.sink", sink));

    public void Dispose() => _meter.Dispose();

    private static string Kebab<T>(T value) where T : struct, Enum => KebabNames<T>.Of(value);
}

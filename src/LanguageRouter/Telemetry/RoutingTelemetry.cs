using System.Diagnostics;
using System.Diagnostics.Metrics;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
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
    private readonly Counter<double> _cost;
    private readonly Counter<long> _droppedRecords;
    private readonly Counter<long> _sinkFailures;
    private readonly AccountMetrics _account;

    public RoutingTelemetry(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _decisions = _meter.CreateCounter<long>("language_router.decisions", "{decision}", "Decisions by chosen route, path, origin, mode, language and task kind.");
        _decisionDuration = _meter.CreateHistogram<double>("language_router.decision.duration", "s", "Time from the request to the decision.");
        _attempts = _meter.CreateCounter<long>("language_router.attempts", "{attempt}", "Attempts by route, outcome and class of error.");
        _failovers = _meter.CreateCounter<long>("language_router.failovers", "{failover}", "Failovers by the route left and the route taken.");
        _cost = _meter.CreateCounter<double>("language_router.cost", "{USD}", "Known cost of attempts by route, after reported usage.");
        _droppedRecords = _meter.CreateCounter<long>("language_router.records.dropped", "{record}", "Records dropped because the queue was full.");
        _sinkFailures = _meter.CreateCounter<long>("language_router.records.sink_failures", "{failure}", "Records that a sink did not take.");
        _account = new AccountMetrics(_meter);
    }

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

    public Activity? StartAttempt(Route route)
    {
        _ = this;
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

    public void RecordDropped() => _droppedRecords.Add(1);

    public void SinkFailed(string sink) => _sinkFailures.Add(1, new KeyValuePair<string, object?>("language_router.sink", sink));

    public void Dispose() => _meter.Dispose();

    private static string Kebab<T>(T value) where T : struct, Enum => KebabNames<T>.Of(value);
}

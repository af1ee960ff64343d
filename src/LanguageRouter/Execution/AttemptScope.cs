using System.Diagnostics;
using LanguageRouter.Execution.Resilience;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>One attempt from its start to its end: its time, what it reported, its place on the route. It is added to the execution exactly once.</summary>
internal sealed class AttemptScope
{
    private readonly RouteExecution _execution;
    private readonly RouteErrorClassifiers _classifiers;
    private readonly TimeProvider _time;
    private readonly RouteLease _lease;
    private readonly AttemptClock? _clock;
    private readonly CancellationToken _caller;
    private readonly long _startedAt;
    private Activity? _activity;
    private IReadOnlyList<PathLeg> _legs = [];
    private UsageDetails? _usage;
    private string? _modelId;
    private TimeSpan? _timeToFirstUpdate;
    private bool _observed;
    private int _ended;

    public AttemptScope(Route route, string? reason, in RouteLease lease, AttemptClock? clock, RouteExecution execution, RouteErrorClassifiers classifiers, TimeProvider time, CancellationToken caller)
    {
        Route = route;
        Reason = reason;
        _lease = lease;
        _clock = clock;
        _execution = execution;
        _classifiers = classifiers;
        _time = time;
        _caller = caller;
        _startedAt = time.GetTimestamp();
    }

    public Route Route { get; }

    public string? Reason { get; }

    /// <summary>The token for the route's client: the caller's, or one that also ends with the route's time limits.</summary>
    public CancellationToken Token => _clock?.Token ?? _caller;

    /// <summary>The time limits; null where there are none, and nothing is paid for them.</summary>
    public AttemptClock? Clock => _clock;

    /// <summary>Whether the stream has given a finish reason.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Opens the attempt's activity: in the caller's own flow, so that what the client opens is below it.</summary>
    public void Trace() => _activity = RoutingTelemetry.StartAttempt(Route);

    /// <summary>Notes what a streamed update says of usage, model, end and legs.</summary>
    public void Observe(ChatResponseUpdate update)
    {
        _observed = true;
        _modelId ??= update.ModelId;
        IsFinished |= update.FinishReason is not null;
        if (update.GetPathLegs() is { Count: > 0 } legs)
        {
            _legs = legs;
        }

        foreach (var content in update.Contents)
        {
            if (content is UsageContent usage)
            {
                (_usage ??= new UsageDetails()).Add(usage.Details);
            }
        }
    }

    /// <summary>Notes that the answer has begun.</summary>
    public void Begin() => _timeToFirstUpdate ??= _time.GetElapsedTime(_startedAt);

    public IReadOnlyList<PathLeg> ObservedLegs() => _legs.Count > 0 ? _legs : [AnswerLeg(_modelId, _usage)];

    public IReadOnlyList<PathLeg> LegsOf(ChatResponse response) =>
        response.GetPathLegs() is { Count: > 0 } legs ? legs : [AnswerLeg(response.ModelId, response.Usage)];

    public void Succeed(IReadOnlyList<PathLeg> legs) => End(AttemptOutcome.Succeeded, null, null, legs);

    /// <summary>Ends an attempt because another answered first.</summary>
    /// <param name="legs">Its calls, where it had come to its end as well.</param>
    public void Supersede(IReadOnlyList<PathLeg> legs)
    {
        if (End(AttemptOutcome.Superseded, null, null, legs))
        {
            _clock?.Cancel();
        }
    }

    /// <summary>What ended an attempt: the client's exception, or the time limit behind it.</summary>
    public Exception CauseOf(Exception exception) => _clock is { HasRunOut: true } ? _clock.ToException(exception) : exception;

    /// <summary>Ends an attempt before output; true where another route may be tried.</summary>
    public bool Fail(Exception exception)
    {
        if (IsCancellation(exception))
        {
            End(AttemptOutcome.Cancelled, null, null, LegsOf(exception) ?? ReportedLegs());
            return false;
        }

        var error = _classifiers.Classify(exception);
        End(AttemptOutcome.Failed, error, exception, LegsOf(exception) ?? ReportedLegs());
        return RouteErrorClassifiers.AllowsFailover(error);
    }

    /// <summary>Ends an attempt whose output is committed.</summary>
    public void Break(Exception exception)
    {
        var legs = LegsOf(exception) ?? ObservedLegs();
        if (IsCancellation(exception))
        {
            End(AttemptOutcome.Cancelled, null, null, legs);
        }
        else
        {
            End(AttemptOutcome.Broken, _classifiers.Classify(exception), exception, legs);
        }
    }

    public void CancelUnlessEnded()
    {
        if (Volatile.Read(ref _ended) == 0)
        {
            End(AttemptOutcome.Cancelled, null, null, ObservedLegs());
        }
    }

    private bool IsCancellation(Exception exception) => exception is OperationCanceledException && _caller.IsCancellationRequested;

    private static IReadOnlyList<PathLeg>? LegsOf(Exception exception) => exception.GetPathLegs() is { Count: > 0 } legs ? legs : null;

    private IReadOnlyList<PathLeg> ReportedLegs() => _legs.Count > 0 ? _legs : _usage is not null ? [AnswerLeg(_modelId, _usage)] : [];

    private PathLeg AnswerLeg(string? modelId, UsageDetails? usage) => new()
    {
        Kind = LegKind.Answer,
        ModelId = modelId,
        Usage = usage,
        Duration = _time.GetElapsedTime(_startedAt),
    };

    private bool End(AttemptOutcome outcome, RouteErrorClass? error, Exception? exception, IReadOnlyList<PathLeg> legs)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return false;
        }

        _clock?.Stop();
        var isTrouble = error is { } met && _classifiers.IsTrouble(met, exception!);
        _lease.Guard.Leave(_lease, outcome, error, isTrouble, isTrouble ? _classifiers.RetryAfter(exception!, _time.GetUtcNow()) : null);
        var duration = _time.GetElapsedTime(_startedAt);
        var attempt = new RouteAttempt
        {
            Route = Route,
            Reason = Reason,
            Outcome = outcome,
            Error = error,
            TimeToFirstUpdate = _timeToFirstUpdate ?? (outcome == AttemptOutcome.Succeeded ? duration : null),
            Duration = duration,
            Legs = legs,
            Cost = AttemptCost.Of(Route, legs, error, exception, saidNothing: !_observed),
        };
        _execution.Add(attempt);
        RoutingTelemetry.EndAttempt(_activity, attempt);
        return true;
    }
}

using System.Diagnostics;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Measures one attempt from its start to its end, and adds it to the execution exactly once.</summary>
internal sealed class AttemptScope
{
    private readonly RouteExecution _execution;
    private readonly TimeProvider _time;
    private readonly long _startedAt;
    private readonly Activity? _activity;
    private IReadOnlyList<PathLeg> _legs = [];
    private UsageDetails? _usage;
    private string? _modelId;
    private TimeSpan? _timeToFirstUpdate;
    private bool _ended;

    public AttemptScope(Route route, RouteExecution execution, RoutingTelemetry telemetry, TimeProvider time)
    {
        Route = route;
        _execution = execution;
        _execution.CurrentRoute = route;
        _time = time;
        _startedAt = time.GetTimestamp();
        _activity = telemetry.StartAttempt(route);
    }

    public Route Route { get; }

    /// <summary>Notes what a streamed update says of usage, model and legs.</summary>
    public void Observe(ChatResponseUpdate update)
    {
        _timeToFirstUpdate ??= _time.GetElapsedTime(_startedAt);
        _modelId ??= update.ModelId;
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

    public IReadOnlyList<PathLeg> ObservedLegs() => _legs.Count > 0 ? _legs : [AnswerLeg(_modelId, _usage)];

    public PathLeg AnswerLeg(string? modelId, UsageDetails? usage) => new()
    {
        Kind = LegKind.Answer,
        ModelId = modelId,
        Usage = usage,
        Duration = _time.GetElapsedTime(_startedAt),
    };

    public void Succeed(IReadOnlyList<PathLeg> legs) => End(AttemptOutcome.Succeeded, null, legs);

    /// <summary>Ends an attempt before output; true where another route may be tried.</summary>
    public bool Fail(Exception exception, RouteErrorClassifiers classifiers, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            End(AttemptOutcome.Cancelled, null, []);
            return false;
        }

        var error = classifiers.Classify(exception);
        End(AttemptOutcome.Failed, error, exception is IPathFailure failure ? failure.Legs : []);
        return RouteErrorClassifiers.AllowsFailover(error);
    }

    /// <summary>Ends an attempt whose output is committed; always true, so that it can stand in an exception filter.</summary>
    public bool Break(Exception exception, RouteErrorClassifiers classifiers, CancellationToken cancellationToken)
    {
        var cancelled = exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
        End(cancelled ? AttemptOutcome.Cancelled : AttemptOutcome.Broken, cancelled ? null : classifiers.Classify(exception), ObservedLegs());
        return true;
    }

    public void CancelUnlessEnded()
    {
        if (!_ended)
        {
            End(AttemptOutcome.Cancelled, null, ObservedLegs());
        }
    }

    private void End(AttemptOutcome outcome, RouteErrorClass? error, IReadOnlyList<PathLeg> legs)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        var duration = _time.GetElapsedTime(_startedAt);
        var attempt = new RouteAttempt
        {
            Route = Route,
            Outcome = outcome,
            Error = error,
            TimeToFirstUpdate = _timeToFirstUpdate ?? (outcome == AttemptOutcome.Succeeded ? duration : null),
            Duration = duration,
            Legs = legs,
            Cost = outcome == AttemptOutcome.Failed && legs.Count == 0
                ? CostInterval.Unknown($"route '{Route.Name}' failed without reporting usage")
                : LegCost.Of(Route, legs),
        };
        _execution.Add(attempt);
        RoutingTelemetry.EndAttempt(_activity, attempt);
    }
}

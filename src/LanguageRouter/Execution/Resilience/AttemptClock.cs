using LanguageRouter.Routes;

namespace LanguageRouter.Execution.Resilience;

/// <summary>Limits how long an attempt waits for its route. Only waiting is timed: a reader may take its time over an update.</summary>
#pragma warning disable CA1001 // The client may look at the token while its stream is being closed; a source without a running timer holds nothing.
internal sealed class AttemptClock
#pragma warning restore CA1001
{
    private readonly Route _route;
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private TimeSpan _waited;
    private long _waitingSince;
    private string _limitName = "";
    private TimeSpan _limit;

    public AttemptClock(Route route, TimeProvider time, CancellationToken caller)
    {
        _route = route;
        _time = time;
        _caller = caller;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether a limit ended the attempt, and not its caller.</summary>
    public bool HasRunOut => _source.IsCancellationRequested && !_caller.IsCancellationRequested && !IsStopped;

    private bool IsStopped { get; set; }

    public void WaitForWhole() => Wait(null, "");

    public void WaitForFirst() => Wait(_route.Resilience.FirstTokenTimeout, nameof(RouteResilience.FirstTokenTimeout));

    public void WaitForNext() => Wait(_route.Resilience.StallTimeout, nameof(RouteResilience.StallTimeout));

    /// <summary>The answer has moved on; the reader has it now.</summary>
    public void Pause()
    {
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
        _waited += _time.GetElapsedTime(_waitingSince);
    }

    /// <summary>Ends the attempt from outside.</summary>
    public void Cancel()
    {
        IsStopped = true;
        _source.Cancel();
    }

    /// <summary>The attempt is over: nothing is timed any more.</summary>
    public void Stop()
    {
        _registration.Unregister();
        if (!_source.IsCancellationRequested)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public TimeoutException ToException(Exception cause) =>
        new($"Route '{_route.Name}' was waited for longer than its {_limitName} of {_limit:c} allows. Fix: raise it where such answers are usual.", cause);

    private void Wait(TimeSpan? limit, string name)
    {
        _waitingSince = _time.GetTimestamp();
        (_limit, _limitName) = (limit ?? Timeout.InfiniteTimeSpan, name);
        var next = _limit;
        if (_route.Resilience.TotalTimeout is { } total)
        {
            var left = total - _waited;
            if (limit is null || left < limit)
            {
                (_limit, _limitName) = (total, nameof(RouteResilience.TotalTimeout));
                next = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }

        _source.CancelAfter(next);
    }
}

using System.Globalization;
using LanguageRouter.Decisions;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Polly;
using Polly.CircuitBreaker;

namespace LanguageRouter.Execution.Resilience;

/// <summary>Watches one route: takes it out while it fails or its provider asks for quiet, lets one attempt try it again, bounds what it carries.</summary>
/// <remarks>
/// Safe for concurrent use. The breaker is Polly's. It is told how attempts ended and does not run them: a stream ends long after the call
/// that opened it, and how it ends is what counts. Attempts that the caller cancelled, or whose request was wrong, tell it nothing.
/// </remarks>
internal sealed class RouteGuard
{
    /// <summary>A provider's wish is kept no longer than this: then one look whether it still holds costs little.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _time;
    private readonly RouteHealthLog _log;
    private readonly CircuitBreakerStateProvider? _breakerState;
    private readonly ResiliencePipeline<bool>? _breaker;
    private readonly RouteSlots? _slots;

    // UTC ticks; 0 where the route is in. All that a request pays on a healthy route is to read these two.
    private long _openUntil;
    private long _quietUntil;
    private int _probing;
    private int _running;
    private long _succeeded;
    private long _failed;
    private volatile LastError? _last;

    public RouteGuard(string route, RouteResilience settings, RouteHealthLog log, TimeProvider time)
    {
        Route = route;
        Settings = settings;
        _log = log;
        _time = time;
        if (settings.MaxConcurrency is { } limit)
        {
            _slots = new RouteSlots(limit, settings.QueueLength, settings.QueueTimeout, time);
        }

        if (settings.FailureRatio > 0)
        {
            _breakerState = new CircuitBreakerStateProvider();
            _breaker = new ResiliencePipelineBuilder<bool> { TimeProvider = time }
                .AddCircuitBreaker(new CircuitBreakerStrategyOptions<bool>
                {
                    FailureRatio = settings.FailureRatio,
                    MinimumThroughput = settings.MinimumAttempts,
                    SamplingDuration = settings.SamplingWindow,
                    BreakDuration = settings.BreakDuration,
                    StateProvider = _breakerState,
                    ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Result),
                })
                .Build();
        }
    }

    public string Route { get; }

    public RouteResilience Settings { get; }

    /// <summary>Why the route is out now; null where it can serve.</summary>
    public Exclusion? Check()
    {
        var refusal = Refusal(out var until);
        return refusal == RouteRefusal.None ? null : new Exclusion(
            refusal == RouteRefusal.RetryAfter ? ReasonCodes.RetryAfter : ReasonCodes.Unhealthy,
            refusal == RouteRefusal.HalfOpen
                ? "an attempt tries it at this moment"
                : string.Create(CultureInfo.InvariantCulture, $"out until {until:yyyy-MM-dd'T'HH:mm:ss'Z'} after {KebabNames<RouteErrorClass>.Of(_last?.Error ?? RouteErrorClass.Unknown)} errors"));
    }

    /// <summary>Begins an attempt; the lease must be given back by <see cref="Leave"/>.</summary>
    /// <param name="limited">Whether the attempt may be refused; one that may not is counted all the same.</param>
    /// <param name="evenIfOut">Whether it runs although the route is out, because nothing else is left.</param>
    /// <param name="mayWait">Whether it may wait for a place.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<(RouteRefusal Refusal, RouteLease Lease)> EnterAsync(bool limited, bool evenIfOut, bool mayWait, CancellationToken cancellationToken)
    {
        var isProbe = false;
        if (limited && Refusal(out _) is not RouteRefusal.None and var refusal && !evenIfOut)
        {
            return (refusal, default);
        }

        if (limited && Volatile.Read(ref _openUntil) != 0)
        {
            isProbe = Interlocked.CompareExchange(ref _probing, 1, 0) == 0;
            if (!isProbe && !evenIfOut)
            {
                return (RouteRefusal.HalfOpen, default);
            }

            _log.Trying(isProbe, Route);
        }

        var hasSlot = false;
        if (limited && _slots is not null)
        {
            try
            {
                hasSlot = await _slots.EnterAsync(mayWait, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (!hasSlot && isProbe)
                {
                    Volatile.Write(ref _probing, 0);
                }
            }

            if (!hasSlot)
            {
                return (RouteRefusal.Busy, default);
            }
        }

        Interlocked.Increment(ref _running);
        return (RouteRefusal.None, new RouteLease(this, isProbe, hasSlot));
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="lease">What it held.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="error">The class of its error, if any.</param>
    /// <param name="isTrouble">Whether the error speaks of the route.</param>
    /// <param name="retryAfter">For how long the provider asks to be left alone.</param>
    public void Leave(in RouteLease lease, AttemptOutcome outcome, RouteErrorClass? error, bool isTrouble, TimeSpan? retryAfter)
    {
        Interlocked.Decrement(ref _running);
        if (lease.HasSlot)
        {
            _slots!.Leave();
        }

        if (outcome == AttemptOutcome.Succeeded)
        {
            Interlocked.Increment(ref _succeeded);
            Count(failed: false, error);
        }
        else if (error is { } met)
        {
            Interlocked.Increment(ref _failed);
            _last = new LastError(met, _time.GetUtcNow());
            if (isTrouble)
            {
                Count(failed: true, error);
                KeepQuiet(retryAfter, met);
            }
        }

        // Last: whoever tries next must see what this attempt found.
        if (lease.IsProbe)
        {
            Volatile.Write(ref _probing, 0);
        }
    }

    public RouteHealth Read()
    {
        var refusal = Refusal(out var until);
        var last = _last;
        return new RouteHealth
        {
            Route = Route,
            State = State(refusal),
            Until = refusal is RouteRefusal.Open or RouteRefusal.RetryAfter ? until : null,
            LastError = last?.Error,
            LastErrorAt = last?.At,
            Succeeded = Interlocked.Read(ref _succeeded),
            Failed = Interlocked.Read(ref _failed),
            Running = Volatile.Read(ref _running),
            Waiting = _slots?.Waiting ?? 0,
        };
    }

    public RouteHealthState ReadState() => State(Refusal(out _));

    private RouteHealthState State(RouteRefusal refusal) =>
        refusal is RouteRefusal.Open or RouteRefusal.RetryAfter ? RouteHealthState.Open
        : Volatile.Read(ref _openUntil) != 0 ? RouteHealthState.HalfOpen
        : RouteHealthState.Healthy;

    private RouteRefusal Refusal(out DateTimeOffset until)
    {
        until = default;
        var open = Volatile.Read(ref _openUntil);
        var quiet = Volatile.Read(ref _quietUntil);
        if ((open | quiet) == 0)
        {
            return RouteRefusal.None;
        }

        var now = _time.GetUtcNow().UtcTicks;
        if (Math.Max(open, quiet) > now)
        {
            until = new DateTimeOffset(Math.Max(open, quiet), TimeSpan.Zero);
            return open > quiet ? RouteRefusal.Open : RouteRefusal.RetryAfter;
        }

        if (quiet != 0)
        {
            Interlocked.CompareExchange(ref _quietUntil, 0, quiet);
        }

        return open != 0 && Volatile.Read(ref _probing) != 0 ? RouteRefusal.HalfOpen : RouteRefusal.None;
    }

    private void Count(bool failed, RouteErrorClass? error)
    {
        if (_breaker is null)
        {
            return;
        }

        // While the breaker is open, attempts that began before it opened have nothing new to say.
        var open = Volatile.Read(ref _openUntil);
        if (open != 0 && open > _time.GetUtcNow().UtcTicks)
        {
            return;
        }

        try
        {
            _breaker.Execute(static failed => failed, failed);
        }
        catch (BrokenCircuitException)
        {
            // Another attempt opened it in this moment.
            return;
        }

        if (failed && _breakerState!.CircuitState == CircuitState.Open)
        {
            var until = _time.GetUtcNow() + Settings.BreakDuration;
            if (Interlocked.CompareExchange(ref _openUntil, until.UtcTicks, open) == open)
            {
                _log.Opened(Route, Settings.BreakDuration, error!.Value);
            }
        }
        else if (!failed && open != 0 && _breakerState!.CircuitState == CircuitState.Closed && Interlocked.CompareExchange(ref _openUntil, 0, open) == open)
        {
            _log.Closed(Route);
        }
    }

    private void KeepQuiet(TimeSpan? retryAfter, RouteErrorClass error)
    {
        if (retryAfter is not { } delay || delay <= TimeSpan.Zero)
        {
            return;
        }

        delay = delay > LongestRetryAfter ? LongestRetryAfter : delay;
        var until = (_time.GetUtcNow() + delay).UtcTicks;
        var before = Volatile.Read(ref _quietUntil);
        while (until > before)
        {
            var seen = Interlocked.CompareExchange(ref _quietUntil, until, before);
            if (seen == before)
            {
                if (before == 0)
                {
                    _log.Quiet(Route, delay, error);
                }

                return;
            }

            before = seen;
        }
    }

    private sealed record LastError(RouteErrorClass Error, DateTimeOffset At);
}

namespace LanguageRouter.Routes;

/// <summary>Represents how long a route is waited for, when it is taken out for now, and how much it carries at once.</summary>
/// <remarks>Immutable and safe for concurrent use. See <c>RouteResilienceOptions</c> for the configuration and the meaning of each default.</remarks>
public sealed record RouteResilience
{
    /// <summary>Gets the values that hold where nothing is configured: a breaker, and no limit of time or number.</summary>
    public static RouteResilience Default { get; } = new();

    /// <summary>Gets the longest wait for the first output of a streamed answer, all calls of the path before it included; <see langword="null"/> for none.</summary>
    public TimeSpan? FirstTokenTimeout { get; init; }

    /// <summary>Gets the longest silence inside a stream that has begun; <see langword="null"/> for none.</summary>
    public TimeSpan? StallTimeout { get; init; }

    /// <summary>Gets the longest wait for the whole answer, the time that the reader takes over a stream's updates not counted; <see langword="null"/> for none.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Gets the share of failed attempts, of 0 to 1, from which on the breaker opens; 0 for no breaker.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>Gets the number of attempts in the window below which the breaker does not judge.</summary>
    public int MinimumAttempts { get; init; } = 10;

    /// <summary>Gets the length of the window in which attempts are counted.</summary>
    public TimeSpan SamplingWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long an open breaker keeps the route out, before one attempt may try it again.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets the number of attempts that run at once; <see langword="null"/> for no limit.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Gets the number of attempts that wait for one to end; more go to another route at once.</summary>
    public int QueueLength { get; init; }

    /// <summary>Gets how long an attempt waits in the queue before it goes to another route.</summary>
    public TimeSpan QueueTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether an attempt's time is limited at all.</summary>
    internal bool LimitsTime => FirstTokenTimeout is not null || StallTimeout is not null || TotalTimeout is not null;
}

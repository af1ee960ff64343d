namespace LanguageRouter.Policies;

/// <summary>Represents the configured resilience of one route, or under <c>LanguageRouter:Resilience</c> of all routes.</summary>
/// <remarks>A value that is <see langword="null"/> is inherited from the section for all routes, and there means the default stated here.</remarks>
public sealed class RouteResilienceOptions
{
    /// <summary>Gets or sets the longest wait for the first output of a stream. Default: none; the model's client has a limit of its own.</summary>
    public TimeSpan? FirstTokenTimeout { get; set; }

    /// <summary>Gets or sets the longest silence inside a stream. Default: none; the model's client has a limit of its own.</summary>
    public TimeSpan? StallTimeout { get; set; }

    /// <summary>Gets or sets the longest wait for the whole answer. Default: none.</summary>
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>Gets or sets the share of failed attempts from which on the breaker opens. Default: 0.5; 0 turns the breaker off.</summary>
    public double? FailureRatio { get; set; }

    /// <summary>Gets or sets the number of attempts in the window below which the breaker does not judge. Default: 10.</summary>
    public int? MinimumAttempts { get; set; }

    /// <summary>Gets or sets the window of the breaker. Default: 30 seconds.</summary>
    public TimeSpan? SamplingWindow { get; set; }

    /// <summary>Gets or sets how long the breaker keeps the route out. Default: 15 seconds.</summary>
    public TimeSpan? BreakDuration { get; set; }

    /// <summary>Gets or sets the number of attempts at once. Default: no limit.</summary>
    public int? MaxConcurrency { get; set; }

    /// <summary>Gets or sets the number of attempts that wait for a place. Default: 0; needs <see cref="MaxConcurrency"/>.</summary>
    public int? QueueLength { get; set; }

    /// <summary>Gets or sets how long an attempt waits for a place. Default: 5 seconds; needs <see cref="QueueLength"/>.</summary>
    public TimeSpan? QueueTimeout { get; set; }
}

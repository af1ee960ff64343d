namespace LanguageRouter.Policies;

/// <summary>Represents what a tenant wants done when routes fail: the section <c>Resilience</c> of a policy.</summary>
/// <remarks>A value that is <see langword="null"/> is inherited from the defaults, and there means the default stated here. What holds for a route, whoever uses it, is in <see cref="RouteResilienceOptions"/>.</remarks>
public sealed class ResilienceOptions
{
    /// <summary>Gets or sets which routes below the quality floor may serve once every eligible one has failed. Default: <see cref="Policies.LastResort.Uncompared"/>.</summary>
    public LastResort? LastResort { get; set; }

    /// <summary>Gets or sets after how long without output a second route is asked beside the first, whichever answers first being taken and both being paid. Default: zero, which is never.</summary>
    public TimeSpan? HedgeAfter { get; set; }
}

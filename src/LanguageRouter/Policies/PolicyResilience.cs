namespace LanguageRouter.Policies;

/// <summary>Represents what a tenant wants done when routes fail, with all defaults resolved.</summary>
/// <remarks>Immutable and safe for concurrent use. See <see cref="ResilienceOptions"/>.</remarks>
public sealed record PolicyResilience
{
    /// <summary>Gets the values that hold where nothing is configured.</summary>
    public static PolicyResilience Default { get; } = new();

    /// <summary>Gets which routes below the quality floor may serve once every eligible one has failed.</summary>
    public LastResort LastResort { get; init; }

    /// <summary>Gets after how long without output a second route is asked; <see langword="null"/> for never.</summary>
    public TimeSpan? HedgeAfter { get; init; }
}

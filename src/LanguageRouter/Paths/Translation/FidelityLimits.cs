namespace LanguageRouter.Paths.Translation;

/// <summary>Says when a translator has failed verification too often for a tenant's requests to be translated.</summary>
public sealed record FidelityLimits
{
    /// <summary>Gets how many sentences are measured before a translator can be excluded. Default 200.</summary>
    public int MinimumSample { get; init; } = 200;

    /// <summary>Gets the share of sentences failing verification, 0 to 1, above which requests are not translated. Default 0.1; 1 never excludes.</summary>
    public double HighestFailureRate { get; init; } = 0.1;

    /// <summary>Gets how long a tenant stays excluded before the translator is measured again. Default 10 minutes.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(10);

    internal void Validate(string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSample, 1, $"{name}.{nameof(MinimumSample)}");
        ArgumentOutOfRangeException.ThrowIfNegative(HighestFailureRate, $"{name}.{nameof(HighestFailureRate)}");
        ArgumentOutOfRangeException.ThrowIfLessThan(Pause, TimeSpan.Zero, $"{name}.{nameof(Pause)}");
    }
}

namespace LanguageRouter.Policies;

/// <summary>Represents the trial of a candidate policy: the named policy's own settings laid over those of the tenant.</summary>
public sealed class ExperimentOptions
{
    /// <summary>Gets or sets the name of the candidate under <c>Policies</c>. Required.</summary>
    public string? Policy { get; set; }

    /// <summary>Gets or sets how it is tried. Default: <see cref="ExperimentMode.Shadow"/>.</summary>
    public ExperimentMode? Mode { get; set; }

    /// <summary>Gets or sets the share of conversations that the candidate decides, above 0 and below 1; with <see cref="ExperimentMode.Share"/> alone, and required there.</summary>
    public double? Share { get; set; }
}

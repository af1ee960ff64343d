namespace LanguageRouter.Learning;

/// <summary>Represents the configuration of what a tenant's requests teach: the section <c>Learning</c> of a policy.</summary>
/// <remarks>A value that is <see langword="null"/> is inherited, and in the defaults means the default stated here.</remarks>
public sealed class LearningOptions
{
    /// <summary>Gets or sets the age at which an observation of quality counts half. Default: 30 days (judgement).</summary>
    public TimeSpan? HalfLife { get; set; }

    /// <summary>Gets or sets the share of requests that try an eligible route at random, 0 to 1. Default: 0, none.</summary>
    public double? ExplorationShare { get; set; }

    /// <summary>Gets or sets the share of answered requests that are run once more on another route and compared, 0 to 1; their text goes to that route's models and to the judge. Default: 0, none. Needs <c>AddShadowRuns</c>.</summary>
    public double? ShadowShare { get; set; }

    /// <summary>What <see cref="Wording"/> says to take an inherited file away.</summary>
    internal const string NoWording = "none";

    /// <summary>Gets or sets the path of the file that predicts the models' quality by the wording of a request, written by <c>language-router learning wording</c>; a relative one starts at the folder of the settings. Default: <c>none</c>, which also takes an inherited one away.</summary>
    public string? Wording { get; set; }
}

using System.Globalization;

namespace LanguageRouter.Learning;

/// <summary>Represents what a tenant's requests teach, with all defaults resolved.</summary>
/// <remarks>Immutable and safe for concurrent use. See <see cref="LearningOptions"/> for the meaning and the defaults of the values.</remarks>
public sealed class LearningPolicy
{
    /// <summary>Gets the policy that has every default.</summary>
    public static LearningPolicy Default { get; } = new();

    /// <summary>Gets the age at which an observation of quality counts half.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets the share of requests that try an eligible route at random.</summary>
    public double ExplorationShare { get; init; }

    /// <summary>Gets the share of answered requests that are run once more on another route.</summary>
    public double ShadowShare { get; init; }

    /// <summary>Gets what predicts the models' quality by wording; null for nothing.</summary>
    internal WordingPredictor? Wording { get; init; }

    internal static LearningPolicy Compile(LearningOptions own, LearningPolicy inherited, IReadOnlyDictionary<string, WordingPredictor> wordings) => new()
    {
        HalfLife = own.HalfLife ?? inherited.HalfLife,
        ExplorationShare = own.ExplorationShare ?? inherited.ExplorationShare,
        ShadowShare = own.ShadowShare ?? inherited.ShadowShare,
        Wording = own.Wording is not { } file ? inherited.Wording : file == LearningOptions.NoWording ? null : wordings[file],
    };

    /// <summary>Writes every value for the policy's version.</summary>
    internal string Describe() => string.Create(CultureInfo.InvariantCulture, $"half-life {HalfLife:c}, exploration {ExplorationShare:R}, shadow runs {ShadowShare:R}{(Wording is null ? "" : ", wording ")}{Wording?.Version}");
}

using LanguageRouter.Signals;

namespace LanguageRouter.Scoring;

/// <summary>Represents one row of the shipped quality priors: a path's gain over asking directly, for one task kind.</summary>
public sealed record QualityPrior
{
    /// <summary>Gets the task kind.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>Gets the path: <c>translated</c>, <c>adapted</c> or <c>english-reasoning</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the low and the high end in points where the direct model is small.</summary>
    public required IReadOnlyList<double> Small { get; init; }

    /// <summary>Gets the low and the high end in points where the direct model is a frontier model.</summary>
    public required IReadOnlyList<double> Frontier { get; init; }

    /// <summary>Gets a value indicating whether the path is denied for the task by default.</summary>
    public bool Deny { get; init; }

    /// <summary>Gets what kind of evidence stands behind the row.</summary>
    public required QualityEvidence Evidence { get; init; }

    /// <summary>Gets the source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the number of observations that the row weighs against measurements.</summary>
    public required double Weight { get; init; }
}

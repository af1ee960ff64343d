using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring.Usage;

/// <summary>Represents how far a tenant's estimates lay from what providers reported, before and after learning.</summary>
/// <remarks>Immutable. Errors are means of |estimate - actual| / actual over about the last 200 observations, each as it was before it was learnt from.</remarks>
public sealed class EstimateError
{
    /// <summary>Gets the configured name of the model; empty for all models together.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the BCP 47 tag: of the request for input tokens, of the answer for answer lengths; empty for all.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the path and the call whose input tokens are estimated; <see langword="null"/> for an answer's length.</summary>
    public (RouteKind Path, LegKind Leg)? Call { get; init; }

    /// <summary>Gets the task kind whose answer's length is estimated; <see langword="null"/> for input tokens.</summary>
    public TaskKind? Task { get; init; }

    /// <summary>Gets the number of observations.</summary>
    public required long Observations { get; init; }

    /// <summary>Gets the mean relative error of the corrected estimates.</summary>
    public required double Error { get; init; }

    /// <summary>Gets the mean relative error that the same estimates have without anything learnt.</summary>
    public required double UncorrectedError { get; init; }

    /// <summary>Gets the share of answers whose length lay within the ends that were expected to hold 80 %; <see langword="null"/> for input tokens.</summary>
    public double? ShareWithinEnds { get; init; }
}

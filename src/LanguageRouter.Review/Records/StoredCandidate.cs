using System.Collections.Immutable;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Represents what was expected of one route for one request, as it is kept.</summary>
/// <remarks>Immutable and safe for concurrent use. Every figure of it is estimated.</remarks>
public sealed record StoredCandidate
{
    /// <summary>Gets the route's name.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the path: <c>direct</c>, <c>translated</c> or <c>adapted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the name of the model that answers.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the name of the translator; <see langword="null"/> where nothing is translated.</summary>
    public string? Translator { get; init; }

    /// <summary>Gets the language in which the model is asked to reason; <see langword="null"/> for none.</summary>
    public string? ReasonsIn { get; init; }

    /// <summary>Gets how the route stood: <c>chosen</c>, <c>scored</c>, <c>excluded</c> or <c>hypothetical</c>.</summary>
    public required string Standing { get; init; }

    /// <summary>Gets the code of the reason why the route could not be chosen; <see langword="null"/> where it could.</summary>
    public string? Excluded { get; init; }

    /// <summary>Gets the exclusion in words, with the figures behind it.</summary>
    public string? ExcludedDetail { get; init; }

    /// <summary>Gets the expected cost.</summary>
    public CostInterval Cost { get; init; }

    /// <summary>Gets the expected cost by leg.</summary>
    public ImmutableArray<StoredLeg> Legs { get; init; } = [];

    /// <summary>Gets the expected quality in points against the default route.</summary>
    public double Points { get; init; }

    /// <summary>Gets the cautious end of the expected quality.</summary>
    public double LowPoints { get; init; }

    /// <summary>Gets what kind of evidence stands behind the quality, such as <c>published</c>, <c>judgement</c>, <c>measured</c>.</summary>
    public required string Evidence { get; init; }

    /// <summary>Gets the source of the quality, for people.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the expected time to the whole answer; <see langword="null"/> where unmeasured.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Gets the total of quality, cost and latency.</summary>
    public double Total { get; init; }
}

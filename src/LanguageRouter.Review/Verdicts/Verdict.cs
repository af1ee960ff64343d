namespace LanguageRouter.Review.Verdicts;

/// <summary>Represents what the account says of one route against another, for one tenant, language and task kind.</summary>
/// <remarks>Immutable and safe for concurrent use. Quality and time are measured, never estimated; <see cref="CostIsEstimated"/> says which the costs are.</remarks>
public sealed record Verdict
{
    /// <summary>Gets the tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the BCP 47 tag of the requests' language; empty for all.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the task kind; empty for all.</summary>
    public required string Task { get; init; }

    /// <summary>Gets the route that is judged.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the route that it is compared with.</summary>
    public required string Against { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required VerdictOutcome Outcome { get; init; }

    /// <summary>Gets the judged pairs.</summary>
    public required int Judged { get; init; }

    /// <summary>Gets the judged pairs in which the route was better.</summary>
    public required int Wins { get; init; }

    /// <summary>Gets the judged pairs in which neither was better.</summary>
    public required int Ties { get; init; }

    /// <summary>Gets the judged pairs in which the route was worse.</summary>
    public required int Losses { get; init; }

    /// <summary>Gets the share of wins, ties counting half.</summary>
    public required Interval Quality { get; init; }

    /// <summary>Gets the pairs whose costs are known.</summary>
    public required int Priced { get; init; }

    /// <summary>Gets the saving as a share of the other route's cost.</summary>
    public required Interval Saving { get; init; }

    /// <summary>Gets a value indicating whether one cost of each pair is estimated: there are too few pairs of which both were run.</summary>
    public required bool CostIsEstimated { get; init; }

    /// <summary>Gets the pairs of which both times are known; without one, time took no part in the outcome.</summary>
    public required int Timed { get; init; }

    /// <summary>Gets the time saved as a share of the other route's.</summary>
    public required Interval TimeSaving { get; init; }

    /// <summary>Gets the mean time to the whole answer less the other route's, in seconds.</summary>
    public required Interval SecondsSlower { get; init; }

    /// <summary>Gets a value indicating whether comparisons of simulations or of stand-ins for models are among the pairs.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Gets how many more pairs an outcome is expected to take; 0 where there is one, <see langword="null"/> where that cannot be told.</summary>
    public required long? MorePairs { get; init; }
}

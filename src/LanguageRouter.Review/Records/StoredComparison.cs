using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Represents a comparison of two routes on one request: an alternative was run in shadow, and a judge compared the answers.</summary>
/// <remarks>Immutable and safe for concurrent use. Repeating one with the same <see cref="Id"/> changes nothing.</remarks>
public sealed record StoredComparison
{
    /// <summary>The <see cref="Failure"/> of a comparison whose other route gave no answer: there is nothing to judge, and its time says nothing.</summary>
    public const string RouteFailed = "route-failed";

    /// <summary>Gets the identifier of the comparison.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the identifier of the decision whose answer was compared.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets the tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the version of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Gets the BCP 47 tag of the request's language.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the task kind.</summary>
    public required string Task { get; init; }

    /// <summary>Gets the route that answered the user.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the route that was run beside it.</summary>
    public required string Other { get; init; }

    /// <summary>Gets the score of <see cref="Route"/> against <see cref="Other"/>: 1 better, 0.5 a tie, 0 worse; <see langword="null"/> where it was not judged.</summary>
    public double? Score { get; init; }

    /// <summary>Gets who judged; <see langword="null"/> where nobody did.</summary>
    public string? Judge { get; init; }

    /// <summary>Gets what <see cref="Route"/> cost, measured.</summary>
    public CostInterval Cost { get; init; }

    /// <summary>Gets what <see cref="Other"/> cost, measured.</summary>
    public CostInterval OtherCost { get; init; }

    /// <summary>Gets what the judge cost, measured.</summary>
    public CostInterval JudgeCost { get; init; }

    /// <summary>Gets the time to the whole answer of <see cref="Route"/>.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the time to the whole answer of <see cref="Other"/>.</summary>
    public TimeSpan OtherDuration { get; init; }

    /// <summary>Gets the code of the failure, <see cref="RouteFailed"/> or one of the judge (<c>judge-failed</c>, <c>judge-invalid</c>); <see langword="null"/> where there was none.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets a value indicating whether the comparison is of a simulation or of stand-ins for models.</summary>
    public bool Simulated { get; init; }
}

using System.Collections.Immutable;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Represents one try to answer, as it happened and as it is kept.</summary>
/// <remarks>Immutable and safe for concurrent use. Every figure of it is measured.</remarks>
public sealed record StoredAttempt
{
    /// <summary>Gets the route's name.</summary>
    public required string Route { get; init; }

    /// <summary>Gets how the attempt ended: <c>succeeded</c>, <c>failed</c>, <c>broken</c> or <c>cancelled</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets the class of the error; <see langword="null"/> unless there was one.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the time until the first update that says something.</summary>
    public TimeSpan? TimeToFirstUpdate { get; init; }

    /// <summary>Gets the time until the end.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the calls that were made.</summary>
    public ImmutableArray<StoredCall> Calls { get; init; } = [];

    /// <summary>Gets what the calls cost after the usage that the providers reported.</summary>
    public CostInterval Cost { get; init; }
}

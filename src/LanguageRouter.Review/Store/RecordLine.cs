using System.Collections.Immutable;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store;

/// <summary>Represents a record in a list.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record RecordLine
{
    /// <summary>Gets the identifier of the decision.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets when the request arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the version of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Gets the route that answered, or the target where none did.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the path of that route.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the model of that route.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the task kind.</summary>
    public required string Task { get; init; }

    /// <summary>Gets the BCP 47 tag of the request's language.</summary>
    public required string Language { get; init; }

    /// <summary>Gets how the last attempt ended; <c>none</c> where there was none.</summary>
    public required string Outcome { get; init; }

    /// <summary>Gets how the decision came about.</summary>
    public required string Origin { get; init; }

    /// <summary>Gets the reason codes.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Gets the characters of the request.</summary>
    public int Characters { get; init; }

    /// <summary>Gets the measured cost in USD, rounded to a billionth; unknown costs say why in the record itself.</summary>
    public CostInterval Cost { get; init; }

    /// <summary>Gets the time to the end of the answer.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets a value indicating whether the record is simulated.</summary>
    public bool Simulated { get; init; }
}

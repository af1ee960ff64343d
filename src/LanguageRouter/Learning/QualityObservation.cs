using LanguageRouter.Signals;

namespace LanguageRouter.Learning;

/// <summary>Represents one thing that was seen of the quality of an answer: a score of its own, or how it did against another route's answer.</summary>
/// <remarks>Immutable and safe for concurrent use. It holds no text.</remarks>
public sealed record QualityObservation
{
    /// <summary>Gets the tenant; empty where the application has none.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the route whose answer is meant.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the route whose answer to the same request it was compared with; <see langword="null"/> where the answer was scored by itself.</summary>
    public string? Against { get; init; }

    /// <summary>Gets the task kind.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>Gets the BCP 47 tag of the request's language.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the score, 0 to 1; of a comparison 1 is better, 0.5 a tie, 0 worse.</summary>
    public required double Score { get; init; }

    /// <summary>Gets when it was seen.</summary>
    public required DateTimeOffset Time { get; init; }
}

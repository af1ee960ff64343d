namespace LanguageRouter.Review.Records;

/// <summary>Represents one call that was made, with the usage that the provider reported.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. The counts are the provider's own: whether <see cref="Input"/> holds the cached tokens is the
/// convention of the model, <see cref="StoredModel.InputCountIncludesCached"/>; <see cref="Output"/> holds the reasoning tokens.
/// </remarks>
public sealed record StoredCall
{
    /// <summary>Gets what the call was for: <c>translate-in</c>, <c>answer</c> or <c>translate-out</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the model as it named itself; <see langword="null"/> where it did not.</summary>
    public string? ModelId { get; init; }

    /// <summary>Gets the reported input tokens; <see langword="null"/> where nothing was reported.</summary>
    public long? Input { get; init; }

    /// <summary>Gets the reported input tokens that came from the provider's prompt cache.</summary>
    public long? Cached { get; init; }

    /// <summary>Gets the reported input tokens that were written to the provider's prompt cache.</summary>
    public long? CacheWrites { get; init; }

    /// <summary>Gets the reported output tokens, reasoning included.</summary>
    public long? Output { get; init; }

    /// <summary>Gets the reported reasoning tokens.</summary>
    public long? Reasoning { get; init; }

    /// <summary>Gets the characters that a translator was billed for; 0 where tokens are billed.</summary>
    public int Characters { get; init; }

    /// <summary>Gets how long the call took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the code of the call's failure; <see langword="null"/> where it did not fail.</summary>
    public string? Failure { get; init; }
}

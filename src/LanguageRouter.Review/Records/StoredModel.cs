namespace LanguageRouter.Review.Records;

/// <summary>Represents a model of a policy version with its prices in USD per million tokens.</summary>
/// <remarks>Immutable and safe for concurrent use. An unknown price is <see langword="null"/>.</remarks>
public sealed record StoredModel
{
    /// <summary>Gets the name by which routes refer to the model.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the identifier that is sent to the provider.</summary>
    public required string ModelId { get; init; }

    /// <summary>Gets the provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Gets the region.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the tokenizer in which the provider bills.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Gets the tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Gets the price of input tokens.</summary>
    public decimal? InputPrice { get; init; }

    /// <summary>Gets the price of input tokens from the prompt cache; where unknown, <see cref="InputPrice"/> is charged.</summary>
    public decimal? CachedInputPrice { get; init; }

    /// <summary>Gets the price of input tokens written to the prompt cache; where unknown, a call that writes has an unknown cost.</summary>
    public decimal? CacheWritePrice { get; init; }

    /// <summary>Gets the price of visible output tokens.</summary>
    public decimal? OutputPrice { get; init; }

    /// <summary>Gets the price of reasoning tokens; where unknown, <see cref="OutputPrice"/> is charged.</summary>
    public decimal? ReasoningPrice { get; init; }

    /// <summary>Gets a value indicating whether the provider's input count holds the cached tokens.</summary>
    public bool InputCountIncludesCached { get; init; }

    /// <summary>Gets the hidden reasoning tokens that an answer is expected to take.</summary>
    public int ReasoningTokens { get; init; }
}

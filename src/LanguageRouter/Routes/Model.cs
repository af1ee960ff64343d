using LanguageRouter.Tokens;

namespace LanguageRouter.Routes;

/// <summary>Represents a model as the router knows it: its tokenizer, limits, prices and place. It has no client of its own.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record Model
{
    /// <summary>Gets the name by which routes refer to the model.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the identifier that is sent to the provider as <c>model</c>; the name where nothing else is configured.</summary>
    public required string ModelId { get; init; }

    /// <summary>Gets the provider as OpenTelemetry's <c>gen_ai.provider.name</c> names it, such as <c>openai</c>; <see langword="null"/> where not stated.</summary>
    public string? Provider { get; init; }

    /// <summary>Gets the region where the model processes text, in the tenant's own terms (<c>jp</c>, <c>eu</c>, <c>on-premises</c>); <see langword="null"/> where not stated.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the name of the tokenizer in which the provider bills: <c>o200k_base</c>, <c>cl100k_base</c> or a configured one; <see langword="null"/> where unknown.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Gets the name of the tokenizer that an adapted model's is compared with, such as the one of the model that it was made from; <see langword="null"/> where nothing is compared.</summary>
    public string? BaseTokenizer { get; init; }

    /// <summary>Gets the tokenizers of the configuration that the model belongs to; <see langword="null"/> for a model that was made outside one.</summary>
    public TokenCounters? Counters { get; init; }

    /// <summary>Gets the largest prompt and answer together, in tokens; <see langword="null"/> where unknown.</summary>
    public int? ContextWindow { get; init; }

    /// <summary>Gets the largest answer in tokens; <see langword="null"/> where unknown.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Gets the prices.</summary>
    public ModelPrices Prices { get; init; } = ModelPrices.Unknown;

    /// <summary>Gets what the model accepts beyond plain text.</summary>
    public ModelCapabilities Capabilities { get; init; }

    /// <summary>Gets the model's tier, which selects the column of the quality priors.</summary>
    public ModelTier Tier { get; init; }

    /// <summary>Gets the hidden reasoning tokens that an answer of this model takes on average; 0 for a model that does not reason.</summary>
    public int ReasoningTokens { get; init; }

    /// <summary>Gets how good the model's answers are by BCP 47 tag, in points of 0 to 100 on one scale for all models of the configuration; empty where unmeasured.</summary>
    public IReadOnlyDictionary<string, double> Quality { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, double>.Empty;

    /// <summary>Gets where <see cref="Quality"/> comes from, such as the benchmark and the date.</summary>
    public string? QualitySource { get; init; }

    /// <summary>Gets the usual time to the first token; <see langword="null"/> where unmeasured.</summary>
    public TimeSpan? FirstTokenLatency { get; init; }

    /// <summary>Gets the usual output speed in tokens per second; <see langword="null"/> where unmeasured.</summary>
    public double? OutputTokensPerSecond { get; init; }

    /// <summary>Gets a value indicating whether the provider's input count already holds the cached tokens (OpenAI: yes; Anthropic: no).</summary>
    public bool InputCountIncludesCached { get; init; } = true;

    /// <summary>Gets a value indicating whether the model's streams end with a finish reason. Where they do, a stream without one was cut and is an error; where they do not, a cut cannot be told from an end.</summary>
    public bool SendsFinishReason { get; init; } = true;
}

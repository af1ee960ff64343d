using LanguageRouter.Routes;

namespace LanguageRouter.Policies;

/// <summary>Represents the configuration of a model.</summary>
public sealed class ModelOptions
{
    /// <summary>Gets or sets the identifier that is sent to the provider. Default: the model's name.</summary>
    public string? ModelId { get; set; }

    /// <summary>Gets or sets the provider as <c>gen_ai.provider.name</c> names it. Default: not stated.</summary>
    public string? Provider { get; set; }

    /// <summary>Gets or sets the region where text is processed. Default: not stated.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the tokenizer: <c>o200k_base</c>, <c>cl100k_base</c> or a name under <c>Tokenizers</c>. Default: unknown, so that bills are unknown.</summary>
    public string? Tokenizer { get; set; }

    /// <summary>Gets or sets the tokenizer that the records of an adapted route compare this one with, such as the one of the model that it was made from: a built-in one or a name under <c>Tokenizers</c>. Default: none, so that nothing is compared.</summary>
    public string? BaseTokenizer { get; set; }

    /// <summary>Gets or sets the context window in tokens. Default: unknown, so that no request is held to be too long.</summary>
    public int? ContextWindow { get; set; }

    /// <summary>Gets or sets the largest answer in tokens. Default: unknown.</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>Gets or sets the price of input in USD per million tokens. Default: unknown.</summary>
    public decimal? InputPrice { get; set; }

    /// <summary>Gets or sets the price of cached input in USD per million tokens. Default: the input price.</summary>
    public decimal? CachedInputPrice { get; set; }

    /// <summary>Gets or sets the price of input tokens written to the prompt cache, USD per million; needed where the provider charges for them.</summary>
    public decimal? CacheWritePrice { get; set; }

    /// <summary>Gets or sets the price of output in USD per million tokens. Default: unknown.</summary>
    public decimal? OutputPrice { get; set; }

    /// <summary>Gets or sets the price of hidden reasoning in USD per million tokens. Default: the output price.</summary>
    public decimal? ReasoningPrice { get; set; }

    /// <summary>Gets or sets the capabilities. Default: plain text alone.</summary>
    public ModelCapabilities? Capabilities { get; set; }

    /// <summary>Gets or sets the tier. Default: unspecified, so that quality priors take the smaller gain.</summary>
    public ModelTier? Tier { get; set; }

    /// <summary>Gets or sets the hidden reasoning tokens of an average answer. Default: 0.</summary>
    public int? ReasoningTokens { get; set; }

    /// <summary>Gets or sets the quality by BCP 47 tag, in points of 0 to 100. Default: unmeasured.</summary>
    public IDictionary<string, double>? Quality { get; set; }

    /// <summary>Gets or sets where the quality figures come from. Default: none; required with <see cref="Quality"/>.</summary>
    public string? QualitySource { get; set; }

    /// <summary>Gets or sets the usual time to the first token. Default: unmeasured.</summary>
    public TimeSpan? FirstTokenLatency { get; set; }

    /// <summary>Gets or sets the usual output tokens per second. Default: unmeasured.</summary>
    public double? OutputTokensPerSecond { get; set; }

    /// <summary>Gets or sets a value indicating whether reported input counts hold the cached tokens. Default: <see langword="true"/>; Anthropic's own form: <see langword="false"/>.</summary>
    public bool? InputCountIncludesCached { get; set; }

    /// <summary>Gets or sets a value indicating whether the model's streams end with a finish reason, so that one without it was cut. Default: <see langword="true"/>.</summary>
    public bool? SendsFinishReason { get; set; }
}

namespace LanguageRouter.Policies;

/// <summary>Represents a tenant's own prices of a model, in USD per million tokens. What is left out stays the model's.</summary>
public sealed class PriceOptions
{
    /// <summary>Gets or sets the price of input. Default: the model's.</summary>
    public decimal? InputPrice { get; set; }

    /// <summary>Gets or sets the price of cached input. Default: the model's.</summary>
    public decimal? CachedInputPrice { get; set; }

    /// <summary>Gets or sets the price of input that is written to the prompt cache. Default: the model's.</summary>
    public decimal? CacheWritePrice { get; set; }

    /// <summary>Gets or sets the price of output. Default: the model's.</summary>
    public decimal? OutputPrice { get; set; }

    /// <summary>Gets or sets the price of hidden reasoning. Default: the model's.</summary>
    public decimal? ReasoningPrice { get; set; }
}

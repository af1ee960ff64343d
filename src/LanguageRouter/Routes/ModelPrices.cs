using LanguageRouter.Scoring;

namespace LanguageRouter.Routes;

/// <summary>What a model costs, in USD per million tokens.</summary>
/// <remarks>A price that is <see langword="null"/> is unknown. An unknown price makes a bill unknown, never 0; a model that costs nothing says 0.</remarks>
public sealed record ModelPrices
{
    /// <summary>Gets prices of which none is known.</summary>
    public static ModelPrices Unknown { get; } = new();

    /// <summary>Gets the price of input tokens that the provider did not read from its cache, USD per million.</summary>
    public decimal? Input { get; init => (field, InputOfOne) = (value, value.GetValueOrDefault() * TokenPrice.PerMillion); }

    /// <summary>Gets the price of input tokens read from the provider's prompt cache, USD per million; where unknown, <see cref="Input"/> is charged.</summary>
    public decimal? CachedInput { get; init; }

    /// <summary>Gets the price of input tokens that the provider writes to its prompt cache, USD per million (Anthropic: 1.25 times <see cref="Input"/>); needed only where a provider reports such tokens.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>Gets the price of visible output tokens, USD per million.</summary>
    public decimal? Output { get; init => (field, OutputOfOne) = (value, value.GetValueOrDefault() * TokenPrice.PerMillion); }

    /// <summary>Gets the price of hidden reasoning tokens, USD per million; where unknown, <see cref="Output"/> is charged.</summary>
    public decimal? Reasoning { get; init; }

    /// <summary>USD for one input token, 0 where unknown: every decision multiplies by it.</summary>
    internal decimal InputOfOne { get; private init; }

    /// <summary>USD for one visible output token, 0 where unknown.</summary>
    internal decimal OutputOfOne { get; private init; }
}

using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Scoring;

/// <summary>Multiplies tokens by a model's prices.</summary>
/// <remarks>Amounts are exact: nothing is rounded. An unknown price makes an amount unknown, never 0.</remarks>
public static class TokenPrice
{
    internal const decimal PerMillion = 0.000001m;

    /// <summary>Prices the expected tokens of a call.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The input tokens, cached ones included.</param>
    /// <param name="cached">The input tokens that may come from the prompt cache; its low end makes the dear end of the cost.</param>
    /// <param name="output">The visible output tokens.</param>
    /// <param name="reasoning">The hidden reasoning tokens.</param>
    /// <returns>The cost.</returns>
    public static CostInterval Of(Model model, TokenInterval input, TokenInterval cached, TokenInterval output, int reasoning)
    {
        ArgumentNullException.ThrowIfNull(model);
        var prices = model.Prices;
        if (Missing(model) is { } missing)
        {
            return CostInterval.Unknown(missing);
        }

        // The cheap end reads the most from the cache, the dear end nothing.
        var reasoningCost = reasoning == 0 ? 0 : reasoning * (prices.Reasoning ?? prices.Output).GetValueOrDefault() * PerMillion;
        return CostInterval.Of(
            End(input.Low, Math.Min(cached.High, input.Low), output.Low),
            End(input.Likely, Math.Min(cached.Likely, input.Likely), output.Likely),
            End(input.High, Math.Min(cached.Low, input.High), output.High));

        decimal End(int inputTokens, int cachedTokens, int outputTokens)
        {
            var cost = (inputTokens - cachedTokens) * prices.InputOfOne + outputTokens * prices.OutputOfOne;
            cost = reasoning == 0 ? cost : cost + reasoningCost;
            return cachedTokens == 0 ? cost : cost + cachedTokens * (prices.CachedInput ?? prices.Input).GetValueOrDefault() * PerMillion;
        }
    }

    /// <summary>Prices what a provider reported of a call.</summary>
    /// <param name="model">The model.</param>
    /// <param name="usage">The usage; <see langword="null"/> where none was reported.</param>
    /// <returns>The cost, to the last digit; unknown where no usage was reported or a price is missing.</returns>
    public static CostInterval Actual(Model model, UsageDetails? usage)
    {
        if (BilledTokens.Read(model, usage) is not { } tokens)
        {
            return CostInterval.Unknown($"model '{model.Name}' reported no usage");
        }

        if (Missing(model) is { } missing)
        {
            return CostInterval.Unknown(missing);
        }

        var prices = model.Prices;
        if (tokens.CacheWrites > 0 && prices.CacheWrite is null)
        {
            return CostInterval.Unknown($"model '{model.Name}' wrote to its prompt cache and has no cache write price");
        }

        var cost = tokens.Input * prices.Input.GetValueOrDefault()
            + tokens.CachedInput * (prices.CachedInput ?? prices.Input).GetValueOrDefault()
            + tokens.CacheWrites * prices.CacheWrite.GetValueOrDefault()
            + tokens.Output * prices.Output.GetValueOrDefault()
            + tokens.Reasoning * (prices.Reasoning ?? prices.Output).GetValueOrDefault();
        return CostInterval.Exact(cost * PerMillion);
    }

    private static string? Missing(Model model) =>
        model.Prices.Input is null ? $"model '{model.Name}' has no input price"
        : model.Prices.Output is null ? $"model '{model.Name}' has no output price"
        : null;
}

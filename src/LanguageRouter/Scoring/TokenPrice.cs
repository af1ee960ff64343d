using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Scoring;

/// <summary>Multiplies tokens by a model's prices.</summary>
internal static class TokenPrice
{
    public const decimal PerMillion = 0.000001m;

    public static CostInterval Of(Model model, TokenInterval input, TokenInterval cached, TokenInterval output, int reasoning)
    {
        var prices = model.Prices;
        if (Missing(model) is { } missing)
        {
            return CostInterval.Unknown(missing);
        }

        var inputPrice = prices.Input.GetValueOrDefault() * PerMillion;
        var cachedPrice = (prices.CachedInput ?? prices.Input).GetValueOrDefault() * PerMillion;
        var outputPrice = prices.Output.GetValueOrDefault() * PerMillion;
        var reasoningCost = reasoning == 0 ? 0 : reasoning * (prices.Reasoning ?? prices.Output).GetValueOrDefault() * PerMillion;

        // The cheap end reads the most from the cache, the dear end nothing.
        return CostInterval.Of(
            End(input.Low, Math.Min(cached.High, input.Low), output.Low),
            End(input.Likely, Math.Min(cached.Likely, input.Likely), output.Likely),
            End(input.High, Math.Min(cached.Low, input.High), output.High));

        decimal End(int inputTokens, int cachedTokens, int outputTokens)
        {
            var cost = (inputTokens - cachedTokens) * inputPrice + outputTokens * outputPrice + reasoningCost;
            return cachedTokens == 0 ? cost : cost + cachedTokens * cachedPrice;
        }
    }

    /// <summary>What a provider charges for a call, from the usage it reported; unknown where it reported none.</summary>
    public static CostInterval Actual(Model model, UsageDetails? usage)
    {
        if (usage?.InputTokenCount is not { } input || usage.OutputTokenCount is not { } output)
        {
            return CostInterval.Unknown($"model '{model.Name}' reported no usage");
        }

        if (Missing(model) is { } missing)
        {
            return CostInterval.Unknown(missing);
        }

        var prices = model.Prices;
        var cached = usage.CachedInputTokenCount ?? 0;
        var uncached = model.InputCountIncludesCached ? Math.Max(0, input - cached) : input;
        var reasoning = Math.Min(usage.ReasoningTokenCount ?? 0, output);
        var cost = uncached * prices.Input.GetValueOrDefault()
            + cached * (prices.CachedInput ?? prices.Input).GetValueOrDefault()
            + (output - reasoning) * prices.Output.GetValueOrDefault()
            + reasoning * (prices.Reasoning ?? prices.Output).GetValueOrDefault();
        return CostInterval.Exact(cost * PerMillion);
    }

    private static string? Missing(Model model) =>
        model.Prices.Input is null ? $"model '{model.Name}' has no input price"
        : model.Prices.Output is null ? $"model '{model.Name}' has no output price"
        : null;
}

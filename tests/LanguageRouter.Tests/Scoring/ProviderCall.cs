using System.Numerics;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Scoring;

/// <summary>A call as a provider knows it: what it processed, what it reports, and what it writes on its invoice in whole units.</summary>
internal sealed record ProviderCall(LegKind Kind, Model Model, int Fresh, int Reads, int Writes, int Visible, int Reasoning)
{
    /// <summary>Prices have at most four digits after the point per million tokens, so one token costs whole units of 10^-10 USD.</summary>
    public const decimal Unit = 0.0000000001m;

    public BigInteger Invoice() =>
        Fresh * Units(Model.Prices.Input)
        + Reads * Units(Model.Prices.CachedInput ?? Model.Prices.Input)
        + (Writes == 0 ? 0 : Writes * Units(Model.Prices.CacheWrite))
        + Visible * Units(Model.Prices.Output)
        + Reasoning * Units(Model.Prices.Reasoning ?? Model.Prices.Output);

    public PathLeg Report(bool oldClient)
    {
        var input = Model.InputCountIncludesCached ? Fresh + Reads + Writes : Fresh;
        var usage = new UsageDetails
        {
            InputTokenCount = input,
            OutputTokenCount = Visible + Reasoning,
            TotalTokenCount = input + Visible + Reasoning,
            ReasoningTokenCount = Reasoning == 0 ? null : Reasoning,
        };
        if (oldClient)
        {
            usage.AdditionalCounts = new() { ["CacheReadInputTokens"] = Reads };
        }
        else
        {
            usage.CachedInputTokenCount = Reads;
        }

        if (Writes > 0)
        {
            (usage.AdditionalCounts ??= [])["CacheCreationInputTokens"] = Writes;
        }

        return new PathLeg { Kind = Kind, ModelId = Model.ModelId, Usage = usage };
    }

    private static BigInteger Units(decimal? price) => new((price ?? throw new InvalidOperationException("A price is missing.")) * 10_000);
}

using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store.Rollups;

/// <summary>Money in whole billionths of a USD: what columns and sums hold. The record itself keeps every digit.</summary>
internal static class Nano
{
    private const decimal PerUsd = 1_000_000_000;

    public static long Of(decimal usd) => (long)Math.Round(usd * PerUsd, MidpointRounding.AwayFromZero);

    public static long? Of(in CostInterval cost) => cost.IsKnown ? Of(cost.LikelyUsd) : null;

    public static decimal ToUsd(long nano) => nano / PerUsd;
}

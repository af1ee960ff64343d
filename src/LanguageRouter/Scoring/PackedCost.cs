namespace LanguageRouter.Scoring;

/// <summary>A known amount in a third of its room: whole picodollars, as prices per million tokens make them.</summary>
internal readonly record struct PackedCost
{
    private const decimal Picodollars = 1_000_000_000_000m;
    private const decimal Most = 9_000_000m;

    private readonly long _low;
    private readonly long _likely;
    private readonly long _high;

    private PackedCost(long low, long likely, long high)
    {
        _low = low;
        _likely = likely;
        _high = high;
    }

    /// <summary>Packs an amount; one that is unknown, enormous or has finer fractions is not held.</summary>
    public static PackedCost Of(in CostInterval cost) =>
        cost.IsKnown && TryPack(cost.LowUsd, out var low) && TryPack(cost.LikelyUsd, out var likely) && TryPack(cost.HighUsd, out var high)
            ? new PackedCost(low, likely, high)
            : new PackedCost(-1, -1, -1);

    /// <summary>Gets the amount; false where it is not held.</summary>
    public bool TryUnpack(out CostInterval cost)
    {
        cost = _low < 0 ? default : CostInterval.Of(Unpack(_low), Unpack(_likely), Unpack(_high));
        return _low >= 0;
    }

    /// <summary>Gets the expected amount; false where it is not held.</summary>
    public bool TryGetLikely(out double usd)
    {
        usd = _likely / (double)Picodollars;
        return _low >= 0;
    }

    private static bool TryPack(decimal usd, out long packed)
    {
        if (usd is < 0 or > Most)
        {
            packed = -1;
            return false;
        }

        var picodollars = usd * Picodollars;
        packed = (long)picodollars;
        return packed == picodollars;
    }

    // Divided by a one with many decimals, a decimal loses its trailing zeros.
    private static decimal Unpack(long picodollars) => picodollars / Picodollars / 1.0000000000000000000000000000m;
}

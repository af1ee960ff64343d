namespace LanguageRouter.Scoring;

/// <summary>A known amount in a third of its room: whole picodollars, as prices per million tokens make them.</summary>
internal readonly record struct PackedCost
{
    private const decimal Picodollars = 1_000_000_000_000m;
    private const int Decimals = 12;

    private static ReadOnlySpan<ulong> Powers =>
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000];

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
        // The digits of a decimal and their scale, brought to twelve decimals; what has more digits than a long holds is not packed.
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(usd, parts);
        var digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        var scale = (parts[3] >> 16) & 0xFF;
        packed = -1;
        if (parts[2] != 0 || parts[3] < 0)
        {
            return false;
        }

        if (scale > Decimals)
        {
            var (quotient, rest) = scale - Decimals < Powers.Length ? Math.DivRem(digits, Powers[scale - Decimals]) : (0, 1);
            packed = rest == 0 && quotient <= long.MaxValue ? (long)quotient : -1;
        }
        else if (Math.BigMul(digits, Powers[Decimals - scale], out var scaled) == 0 && scaled <= long.MaxValue)
        {
            packed = (long)scaled;
        }

        return packed >= 0;
    }

    // Divided by a one with many decimals, a decimal loses its trailing zeros.
    private static decimal Unpack(long picodollars) => picodollars / Picodollars / 1.0000000000000000000000000000m;
}

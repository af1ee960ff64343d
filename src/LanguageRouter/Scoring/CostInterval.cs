using System.Globalization;

namespace LanguageRouter.Scoring;

/// <summary>An amount of money in USD as an interval, or unknown with the reason.</summary>
/// <remarks>Unknown is not 0 and not comparable: adding an unknown amount to a known one is unknown.</remarks>
public readonly record struct CostInterval
{
    private CostInterval(decimal low, decimal likely, decimal high, string? unknownBecause)
    {
        LowUsd = low;
        LikelyUsd = likely;
        HighUsd = high;
        UnknownBecause = unknownBecause;
    }

    /// <summary>Gets the smallest possible amount in USD; 0 where unknown.</summary>
    public decimal LowUsd { get; }

    /// <summary>Gets the expected amount in USD; 0 where unknown.</summary>
    public decimal LikelyUsd { get; }

    /// <summary>Gets the largest possible amount in USD; 0 where unknown.</summary>
    public decimal HighUsd { get; }

    /// <summary>Gets the reason the amount is unknown; <see langword="null"/> where it is known.</summary>
    public string? UnknownBecause { get; }

    /// <summary>Gets a value indicating whether the amount is known.</summary>
    public bool IsKnown => UnknownBecause is null;

    /// <summary>Creates a known amount.</summary>
    /// <param name="low">The low end in USD.</param>
    /// <param name="likely">The expected amount in USD.</param>
    /// <param name="high">The high end in USD.</param>
    /// <returns>The interval.</returns>
    public static CostInterval Of(decimal low, decimal likely, decimal high) => new(low, likely, high, null);

    /// <summary>Creates an exact amount.</summary>
    /// <param name="usd">The amount in USD.</param>
    /// <returns>The interval with three equal ends.</returns>
    public static CostInterval Exact(decimal usd) => new(usd, usd, usd, null);

    /// <summary>Creates an unknown amount.</summary>
    /// <param name="because">What is missing and where, without text of a request.</param>
    /// <returns>The unknown amount.</returns>
    public static CostInterval Unknown(string because)
    {
        ArgumentException.ThrowIfNullOrEmpty(because);
        return new(0, 0, 0, because);
    }

    /// <summary>Adds two amounts; the sum is unknown where one of them is.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The sum.</returns>
    public static CostInterval operator +(CostInterval left, CostInterval right) =>
        !left.IsKnown ? left
        : !right.IsKnown ? right
        : new(left.LowUsd + right.LowUsd, left.LikelyUsd + right.LikelyUsd, left.HighUsd + right.HighUsd, null);

    /// <summary>Adds two amounts; the sum is unknown where one of them is.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The sum.</returns>
    public static CostInterval Add(CostInterval left, CostInterval right) => left + right;

    /// <summary>Subtracts two amounts that the same sizes cause, end by end; the difference is unknown where one of them is.</summary>
    /// <param name="left">The amount to subtract from.</param>
    /// <param name="right">The amount to subtract.</param>
    /// <returns>The difference; below 0 where <paramref name="left"/> is smaller.</returns>
    public static CostInterval Difference(CostInterval left, CostInterval right)
    {
        if (!left.IsKnown || !right.IsKnown)
        {
            return left.IsKnown ? right : left;
        }

        var (atLow, likely, atHigh) = (left.LowUsd - right.LowUsd, left.LikelyUsd - right.LikelyUsd, left.HighUsd - right.HighUsd);
        return new(Math.Min(likely, Math.Min(atLow, atHigh)), likely, Math.Max(likely, Math.Max(atLow, atHigh)), null);
    }

    /// <summary>Formats the expected amount with its ends.</summary>
    /// <returns>For instance <c>$0.001234 (0.000900..0.002100)</c>, or <c>unknown: </c> and the reason.</returns>
    public override string ToString() =>
        UnknownBecause is { } because ? $"unknown: {because}"
        : LowUsd == HighUsd ? string.Create(CultureInfo.InvariantCulture, $"${LikelyUsd:0.000000}")
        : string.Create(CultureInfo.InvariantCulture, $"${LikelyUsd:0.000000} ({LowUsd:0.000000}..{HighUsd:0.000000})");
}

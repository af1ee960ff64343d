namespace LanguageRouter.Budgets;

/// <summary>Amounts as whole billionths of a dollar: a price of $0.001 for a million tokens is one for each token, so that sums are exact.</summary>
internal static class Nanodollars
{
    /// <summary>More than any limit, and far from overflow: a billion dollars.</summary>
    public const long Highest = 1_000_000_000_000_000_000;

    private const decimal PerDollar = 1_000_000_000;

    /// <summary>What is held back is never less than what may be spent.</summary>
    public static long ToReserve(decimal usd) => (long)Math.Ceiling(usd * PerDollar);

    public static long Of(decimal usd) => (long)Math.Round(usd * PerDollar, MidpointRounding.AwayFromZero);

    public static decimal ToUsd(long nanodollars) => nanodollars / PerDollar;
}

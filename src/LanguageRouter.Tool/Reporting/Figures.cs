using System.Globalization;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;

namespace LanguageRouter.Tool.Reporting;

/// <summary>Writes figures for people: the same digits in every culture, and no more than they mean.</summary>
internal static class Figures
{
    public const string Unknown = "unknown";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Points(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    public static string Total(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Share(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Percent(double ratio) => (ratio * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";

    public static string Seconds(TimeSpan? value) => value is { } time ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s" : Unknown;

    /// <summary>An amount with three significant digits where it is small, and cents where it is large.</summary>
    public static string Usd(decimal value)
    {
        var decimals = 2;
        for (var bound = 1m; decimals < 12 && Math.Abs(value) < bound && value != 0; bound /= 10)
        {
            decimals++;
        }

        return "$" + value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    public static string Quality(in QualityEstimate quality) =>
        quality.Evidence == QualityEvidence.Unmeasured ? "unmeasured" : $"{Points(quality.Points)} {Names.Of(quality.Evidence)}";

    public static string Tokens(TokenInterval tokens) =>
        tokens.IsExact ? Count(tokens.Likely) : $"{Count(tokens.Likely)} ({Count(tokens.Low)} to {Count(tokens.High)})";
}

namespace LanguageRouter.Review.Verdicts;

/// <summary>The half width of an interval for a mean that may be looked at after every value, in standard deviations.</summary>
/// <remarks>
/// Robbins' normal mixture in its asymptotic form (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and
/// asymptotic confidence sequences"), tuned to be narrowest near <see cref="Tuned"/> values. It needs no bounds on the values and is exact only
/// in the limit, so nothing is claimed before <see cref="Least"/> values.
/// </remarks>
internal static class MixtureBoundary
{
    /// <summary>The number of values below which nothing is claimed (judgement, held to by the simulation in docs/verdicts.md).</summary>
    public const int Least = 30;

    private const double Tuned = 200;

    /// <summary>The half width after a number of values, in standard deviations of one value.</summary>
    public static double HalfWidth(double count, double alpha)
    {
        if (count < Least)
        {
            return double.PositiveInfinity;
        }

        var scale = (-2 * Math.Log(alpha) + Math.Log(-2 * Math.Log(alpha) + 1)) / Tuned;
        var mixed = count * scale + 1;
        return Math.Sqrt(2 * mixed / (count * count * scale) * Math.Log(Math.Sqrt(mixed) / alpha));
    }

    /// <summary>The number of values after which a distance from the mean is told from 0, if mean and spread stay as they are.</summary>
    public static long? CountFor(double distance, double deviation, double alpha)
    {
        const long Most = 10_000_000;
        if (!(distance > 0) || deviation * HalfWidth(Most, alpha) > distance)
        {
            return null;
        }

        var (low, high) = ((long)Least - 1, Most);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (deviation * HalfWidth(middle, alpha) <= distance)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }
}

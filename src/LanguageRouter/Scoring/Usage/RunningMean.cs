namespace LanguageRouter.Scoring.Usage;

/// <summary>A mean that follows: over all values up to a number, then over about as many of the last.</summary>
internal static class RunningMean
{
    // A judgement.
    private const long Window = 200;

    /// <summary>The mean after one more value.</summary>
    public static double Next(double mean, long observations, double value) => mean + (value - mean) / Math.Min(observations + 1, Window);

    /// <summary>The mean relative error after one more prediction.</summary>
    public static double NextError(double mean, long observations, double predicted, double actual) =>
        Next(mean, observations, Math.Abs(predicted - actual) / actual);
}

namespace LanguageRouter.Tokens;

/// <summary>Represents how actual token counts compare with predicted ones for one key: an immutable value with a pure update.</summary>
/// <param name="Count">The observations so far.</param>
/// <param name="Ratio">
/// Actual by predicted tokens, weighted by tokens; it begins at 1 with the weight of <see cref="PriorTokens"/> tokens
/// and forgets slowly, so that it follows a provider's change.
/// </param>
/// <param name="MeanAbsolutePercentageError">
/// The mean error in percent of the actual count that the corrected prediction had at each observation before learning
/// from it; 0 where there is none.
/// </param>
/// <param name="WeightTokens">The predicted tokens that the ratio rests on, after forgetting.</param>
public readonly record struct CalibrationState(long Count, double Ratio, double MeanAbsolutePercentageError, double WeightTokens)
{
    /// <summary>The weight of the first assumption that predictions are right, in tokens. A judgement.</summary>
    public const double PriorTokens = 1_000;

    /// <summary>The most tokens that a ratio rests on: older ones fade. A judgement.</summary>
    public const double LargestWeight = 1_000_000;

    // The error is averaged over all observations up to this number, then over about as many of the last. A judgement.
    private const long ErrorWindow = 500;

    /// <summary>Gets the state before any observation.</summary>
    public static CalibrationState Empty => new(0, 1, 0, PriorTokens);

    /// <summary>Learns from one observation.</summary>
    /// <param name="predicted">The predicted tokens before correction, above 0.</param>
    /// <param name="actual">The actual tokens, above 0.</param>
    /// <returns>The state after it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is 0 or less.</exception>
    public CalibrationState With(int predicted, int actual)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(predicted);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(actual);
        var error = 100 * Math.Abs((predicted * Ratio) - actual) / actual;
        var count = Count + 1;
        var weight = WeightTokens + predicted;
        return new CalibrationState(
            count,
            Ratio + (predicted * (((double)actual / predicted) - Ratio) / weight),
            MeanAbsolutePercentageError + ((error - MeanAbsolutePercentageError) / Math.Min(count, ErrorWindow)),
            Math.Min(weight, LargestWeight));
    }
}

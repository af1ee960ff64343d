using System.Text.Json.Serialization;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring.Usage;

/// <summary>What a provider counts by what was predicted: an immutable value with a pure update.</summary>
/// <remarks>
/// A line, <c>actual = slope x predicted + offset</c>: a provider's tokenizer differs by a share, its chat template by a number of tokens a
/// call. Least squares with the weight 1 / predicted, because errors grow with the text; the prior (slope 1, offset 0) stands in as
/// pseudo-observations.
/// </remarks>
internal readonly record struct CountCalibration
{
    /// <summary>The weight of the assumption that the slope is 1, in tokens: twenty requests of fifty. A judgement.</summary>
    private const double PriorTokens = 1_000;

    /// <summary>The weight of the assumption that the offset is 0: five requests of fifty tokens. A judgement.</summary>
    private const double PriorOffset = 5.0 / 50;

    /// <summary>Observations after which the older ones fade, so that a provider's change is followed. A judgement.</summary>
    private const double Memory = 1_000;

    // An input count outside these is of something else than the text that was predicted. A judgement.
    private const double LargestRatio = 20;
    private const int Slack = 200;

    public long Observations { get; init; }

    /// <summary>The observations that still weigh, after fading.</summary>
    public double Weight { get; init; }

    public double Predicted { get; init; }

    public double Actual { get; init; }

    /// <summary>The sum of 1 / predicted.</summary>
    public double Inverse { get; init; }

    /// <summary>The sum of actual / predicted.</summary>
    public double Ratio { get; init; }

    /// <summary>The running mean of |prediction - actual| / actual, as it was before each observation was learnt from.</summary>
    public double Error { get; init; }

    /// <summary>Likewise of the predictions that nothing corrects.</summary>
    public double UncorrectedError { get; init; }

    /// <summary>Whether the sums can be of real observations.</summary>
    [JsonIgnore]
    public bool IsSound => Observations >= 0 && double.IsFinite(Weight + Predicted + Actual + Inverse + Ratio + Error + UncorrectedError)
        && Weight >= 0 && Actual >= 0 && Ratio >= 0 && Error >= 0 && UncorrectedError >= 0
        && (Weight == 0 || (Predicted > 0 && Inverse > 0 && Predicted * Inverse >= Weight * Weight * 0.999));

    /// <summary>Gets the slope and the offset.</summary>
    [JsonIgnore]
    public (double Slope, double Offset) Line
    {
        get
        {
            if (Weight == 0)
            {
                return (1, 0);
            }

            var tokens = Predicted + PriorTokens;
            var inverse = Inverse + PriorOffset;
            var determinant = tokens * inverse - Weight * Weight;
            var slope = ((Actual + PriorTokens) * inverse - Ratio * Weight) / determinant;
            return (Math.Clamp(slope, 1 / LargestRatio, LargestRatio), (tokens * Ratio - Weight * (Actual + PriorTokens)) / determinant);
        }
    }

    /// <summary>Whether a provider's count can be of the text that was predicted.</summary>
    public static bool IsComparable(int predicted, long actual) =>
        predicted > 0 && actual > 0 && actual <= LargestRatio * predicted + Slack && actual * LargestRatio + Slack >= predicted;

    /// <summary>Corrects a prediction, all of its ends by the same line.</summary>
    public TokenInterval Correct(TokenInterval predicted)
    {
        if (Weight == 0)
        {
            return predicted;
        }

        var (slope, offset) = Line;
        return new TokenInterval(On(predicted.Low), On(predicted.Likely), On(predicted.High));

        int On(int tokens) => (int)Math.Clamp(Math.Round(slope * tokens + offset), 0, int.MaxValue);
    }

    /// <summary>Learns from one comparable observation.</summary>
    public CountCalibration With(int predicted, long actual)
    {
        var kept = Math.Min(1, Memory / (Weight + 1));
        var (slope, offset) = Line;
        return new CountCalibration
        {
            Observations = Observations + 1,
            Weight = Weight * kept + 1,
            Predicted = Predicted * kept + predicted,
            Actual = Actual * kept + actual,
            Inverse = Inverse * kept + 1.0 / predicted,
            Ratio = Ratio * kept + (double)actual / predicted,
            Error = RunningMean.NextError(Error, Observations, slope * predicted + offset, actual),
            UncorrectedError = RunningMean.NextError(UncorrectedError, Observations, predicted, actual),
        };
    }
}

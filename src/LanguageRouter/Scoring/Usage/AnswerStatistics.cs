using System.Text.Json.Serialization;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring.Usage;

/// <summary>How long answers were, and how much hidden reasoning came with them: an immutable value with a pure update.</summary>
/// <remarks>
/// Lengths spread by factors, so their logarithms are averaged: the likely length is the middle one, and the ends hold 80 % where the
/// logarithms are normal. What is assumed before weighs as pseudo-observations.
/// </remarks>
internal readonly record struct AnswerStatistics
{
    /// <summary>The weight of what is assumed before, in answers. A judgement.</summary>
    private const double PriorWeight = 20;

    /// <summary>Answers after which the older ones fade. A judgement.</summary>
    private const double Memory = 500;

    /// <summary>The standard deviations from the middle to the 10th and the 90th percentile of a normal distribution.</summary>
    private const double EndDeviations = 1.2816;

    public long Observations { get; init; }

    /// <summary>The answers that still weigh, after fading.</summary>
    public double Weight { get; init; }

    /// <summary>The sum of the logarithms of the visible tokens.</summary>
    public double Logs { get; init; }

    public double SquaredLogs { get; init; }

    /// <summary>The answers whose provider reported reasoning tokens, after fading.</summary>
    public double ReasoningWeight { get; init; }

    public double ReasoningTokens { get; init; }

    /// <summary>The running mean of |prediction - actual| / actual, as it was before each answer was learnt from.</summary>
    public double Error { get; init; }

    /// <summary>Likewise of the lengths that are assumed before anything is learnt.</summary>
    public double UncorrectedError { get; init; }

    /// <summary>The running share of answers within the ends that were predicted.</summary>
    public double Within { get; init; }

    /// <summary>Whether the sums can be of real answers.</summary>
    [JsonIgnore]
    public bool IsSound => Observations >= 0 && double.IsFinite(Weight + Logs + SquaredLogs + ReasoningWeight + ReasoningTokens + Error + UncorrectedError)
        && Weight >= 0 && Logs >= 0 && SquaredLogs >= 0 && ReasoningWeight >= 0 && ReasoningTokens >= 0 && Within is >= 0 and <= 1;

    /// <summary>Predicts the visible tokens of the next answer.</summary>
    public TokenInterval Predict(TokenInterval assumed)
    {
        if (Weight == 0)
        {
            return assumed;
        }

        var likely = Log(assumed.Likely);
        var mean = Logs / Weight;
        var all = Weight + PriorWeight;
        var middle = (PriorWeight * likely + Logs) / all;
        var seen = Weight * (Math.Max(0, SquaredLogs / Weight - mean * mean) + Square(mean - middle)) + PriorWeight * Square(likely - middle);
        return new TokenInterval(
            (int)Math.Exp(middle - Reach(likely - Log(assumed.Low))),
            Rounded(Math.Exp(middle)),
            Rounded(Math.Ceiling(Math.Exp(middle + Reach(Log(assumed.High) - likely)))));

        double Reach(double assumedReach) => EndDeviations * Math.Sqrt((PriorWeight * Square(assumedReach / EndDeviations) + seen) / all);
    }

    /// <summary>Predicts the hidden reasoning tokens of the next answer.</summary>
    public int PredictReasoning(int assumed) =>
        ReasoningWeight == 0 ? assumed : Rounded((PriorWeight * assumed + ReasoningTokens) / (PriorWeight + ReasoningWeight));

    /// <summary>Learns from one answer.</summary>
    /// <param name="assumed">What was assumed before anything was learnt.</param>
    /// <param name="predicted">What was predicted with what was learnt.</param>
    /// <param name="visible">The visible tokens, 1 or more.</param>
    /// <param name="reasoning">The hidden reasoning tokens; null where the provider reports none.</param>
    public AnswerStatistics With(TokenInterval assumed, TokenInterval predicted, long visible, long? reasoning)
    {
        var kept = Math.Min(1, Memory / (Weight + 1));
        var log = Math.Log(visible);
        return new AnswerStatistics
        {
            Observations = Observations + 1,
            Weight = Weight * kept + 1,
            Logs = Logs * kept + log,
            SquaredLogs = SquaredLogs * kept + log * log,
            ReasoningWeight = ReasoningWeight * kept + (reasoning is null ? 0 : 1),
            ReasoningTokens = ReasoningTokens * kept + (reasoning ?? 0),
            Error = RunningMean.NextError(Error, Observations, predicted.Likely, visible),
            UncorrectedError = RunningMean.NextError(UncorrectedError, Observations, assumed.Likely, visible),
            Within = RunningMean.Next(Within, Observations, visible >= predicted.Low && visible <= predicted.High ? 1 : 0),
        };
    }

    private static double Log(int tokens) => Math.Log(Math.Max(1, tokens));

    private static double Square(double value) => value * value;

    private static int Rounded(double value) => (int)Math.Clamp(Math.Round(value), 0, int.MaxValue);
}

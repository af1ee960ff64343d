using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Evaluation;

/// <summary>What choosing between two routes would have brought, cross-validated: mean over repetitions and directions (learnt on one judge, scored by another).</summary>
internal sealed record ChoiceResult
{
    public required string Cheap { get; init; }

    public required string Dear { get; init; }

    public required string Learner { get; init; }

    public required int Prompts { get; init; }

    /// <summary>Whether the judge that scored is another than the one learnt from; if not, all figures are flattering.</summary>
    public required bool IsCrossJudged { get; init; }

    public required double CheapQuality { get; init; }

    public required double DearQuality { get; init; }

    /// <summary>The quality of taking the route with the larger predicted quality, whatever it costs.</summary>
    public required double Quality { get; init; }

    /// <summary>Its gain over the better single, with a bootstrap interval over prompts.</summary>
    public required Interval Gain { get; init; }

    /// <summary>The gain of taking the better answer of each prompt, told by the other judge.</summary>
    public required double OracleGain { get; init; }

    public required double Cost { get; init; }

    public required double CheapCost { get; init; }

    public required double DearCost { get; init; }

    public required ChoiceCurve Curve { get; init; }

    /// <summary>The mean height of the curve above the line between the singles, with a bootstrap interval over prompts.</summary>
    public required Interval AboveLine { get; init; }

    public double Regret => OracleGain - Gain.Estimate;

    public double ShareOfOracle => OracleGain > 0 ? Gain.Estimate / OracleGain : double.NaN;

    public double Aiq => RouterMeasures.Aiq(Curve.Costs.Zip(Curve.Qualities));

    public double Apgr => RouterMeasures.Apgr(Curve.Qualities, CheapQuality, DearQuality);

    public double Arena => RouterMeasures.Arena(Quality, 1000 * Cost);

    public double? Cpt(double way) => RouterMeasures.Cpt(Curve.Qualities, CheapQuality, DearQuality, way);
}

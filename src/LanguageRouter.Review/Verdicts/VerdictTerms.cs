namespace LanguageRouter.Review.Verdicts;

/// <summary>Represents what counts as better and as no worse.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record VerdictTerms
{
    /// <summary>Gets the probability that a verdict is ever wrong, however often it is looked at. Default: 0.05, half of it for quality and half for cost.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Gets how far the share of wins (ties count half) may be below one half and still be no worse. Default: 0.05 (judgement).</summary>
    public double QualityMargin { get; init; } = 0.05;

    /// <summary>Gets by which share of the other path's cost a path may be dearer and still be no dearer. Default: 0.05 (judgement).</summary>
    public double CostMargin { get; init; } = 0.05;

    /// <summary>Gets by which share of the other path's time to the whole answer a path may be slower and still be acceptable. Default: 1, twice as long (judgement).</summary>
    public double LatencyMargin { get; init; } = 1;
}

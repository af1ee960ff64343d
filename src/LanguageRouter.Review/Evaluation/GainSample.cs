namespace LanguageRouter.Review.Evaluation;

/// <summary>What a learner may look at: one judge's scores of two routes.</summary>
/// <param name="Table">The outcomes of the two routes.</param>
/// <param name="Judge">The judge to learn from.</param>
/// <param name="Cheap">The cheaper route.</param>
/// <param name="Dear">The dearer route.</param>
internal sealed record GainSample(OutcomeTable Table, string Judge, string Cheap, string Dear)
{
    /// <summary>The gain of the dearer route by prompt, in the judge's opinion.</summary>
    public double[] Gains { get; } = [.. Table.Quality(Judge, Dear).Zip(Table.Quality(Judge, Cheap), (high, low) => high - low)];
}

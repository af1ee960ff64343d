namespace LanguageRouter.Scoring;

/// <summary>How good a route's answer is expected to be, in points against the tenant's default route.</summary>
/// <param name="Points">The expected difference in points on a scale of 0 to 100; above 0 is better than the default route.</param>
/// <param name="LowPoints">The cautious end, against which a policy's floor is held.</param>
/// <param name="Evidence">What kind of evidence stands behind it.</param>
/// <param name="Source">The source, for people.</param>
public readonly record struct QualityEstimate(double Points, double LowPoints, QualityEvidence Evidence, string Source)
{
    /// <summary>Gets how many of the application's own observations stand behind it, older ones counting less; 0 where none does.</summary>
    public double Observations { get; init; }
}

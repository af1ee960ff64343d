using System.Collections.Immutable;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Learning;

/// <summary>Represents what one tenant's observations say of its routes' quality, by task kind and language.</summary>
/// <remarks>
/// Immutable and safe for concurrent use; estimates are a pure function of it and of the time. Points are net wins against the default route
/// in 100 requests. The expected points are the mean of the prior, which weighs as many observations as its row says, and of the observations.
/// The cautious end is the same mean of the prior's cautious end and of the observations' 95 % lower bound, so that it moves from the one to
/// the other as observations come in. Observations are the comparisons with the default route and, where both have them, the difference of
/// the two routes' own scores, each by its precision.
/// </remarks>
public sealed class LearntQuality
{
    /// <summary>The number of observations that a prior weighs (docs/concepts.md).</summary>
    public const double PriorWeight = 20;

    // The 95 % quantile of the normal distribution.
    internal const double Caution = 1.645;

    // Spread of one observation before there are enough to tell, and how many it counts for: judgement.
    private const double ComparisonSpread = 70;
    private const double ScoreSpread = 30;
    private const double SpreadWeight = 5;

    internal LearntQuality(TimeSpan halfLife, ImmutableDictionary<QualityCell, QualitySum> cells)
    {
        HalfLife = halfLife;
        Cells = cells;
    }

    /// <summary>Gets the age at which an observation counts half.</summary>
    public TimeSpan HalfLife { get; }

    /// <summary>Gets the sums by cell: comparisons in points of -100 to 100, scores in points of 0 to 100.</summary>
    public ImmutableDictionary<QualityCell, QualitySum> Cells { get; }

    /// <summary>Estimates a route's quality against the reference route.</summary>
    /// <param name="route">The route's name.</param>
    /// <param name="reference">The name of the route that all are compared with.</param>
    /// <param name="task">The task kind.</param>
    /// <param name="language">The BCP 47 tag of the request's language.</param>
    /// <param name="prior">What is expected without observations.</param>
    /// <param name="at">The time of the request.</param>
    /// <returns>The prior itself where nothing was observed.</returns>
    public QualityEstimate Estimate(string route, string reference, TaskKind task, string language, in QualityEstimate prior, DateTimeOffset at)
    {
        if (prior.Evidence == QualityEvidence.Reference)
        {
            return prior;
        }

        var compared = Compared(route, reference, task, language, at);
        var scored = Scored(route, reference, task, language, at);
        var precision = compared.Precision + scored.Precision;
        if (precision <= 0)
        {
            return prior;
        }

        var observations = compared.Observations + scored.Observations;
        var points = (compared.Points * compared.Precision + scored.Points * scored.Precision) / precision;
        var share = observations / (observations + PriorWeight);
        return new QualityEstimate(
            prior.Points + share * (points - prior.Points),
            prior.LowPoints + share * (points - Caution / Math.Sqrt(precision) - prior.LowPoints),
            QualityEvidence.Measured,
            "the application's own observations and, by its weight, the prior")
        {
            Observations = observations,
        };
    }

    /// <summary>The same sums, fading with another half-life from their own time on.</summary>
    internal LearntQuality Under(TimeSpan halfLife) => halfLife == HalfLife ? this : new(halfLife, Cells);

    internal LearntQuality With(QualityObservation observation, int sign)
    {
        var (cell, value) = Place(observation);
        var sum = Cells.TryGetValue(cell, out var known) ? known : new QualitySum(0, 0, 0, observation.Time);
        sum = sum.Add(value, observation.Time, HalfLife, sign);
        return new LearntQuality(HalfLife, sum.Weight < 1e-9 ? Cells.Remove(cell) : Cells.SetItem(cell, sum));
    }

    // A comparison is kept once, whichever of the two routes it names first.
    private static (QualityCell Cell, double Value) Place(QualityObservation observation)
    {
        if (observation.Against is not { } against)
        {
            return (new(observation.Route, "", observation.Task, observation.Language), 100 * observation.Score);
        }

        var points = 200 * (observation.Score - 0.5);
        return string.CompareOrdinal(observation.Route, against) < 0
            ? (new(observation.Route, against, observation.Task, observation.Language), points)
            : (new(against, observation.Route, observation.Task, observation.Language), -points);
    }

    private (double Points, double Precision, double Observations) Compared(string route, string reference, TaskKind task, string language, DateTimeOffset at)
    {
        var isFirst = string.CompareOrdinal(route, reference) < 0;
        var sum = Sum(new(isFirst ? route : reference, isFirst ? reference : route, task, language), at);
        return sum.Weight <= 0 ? default : ((isFirst ? 1 : -1) * sum.Mean, sum.Weight / Variance(sum, ComparisonSpread), sum.Weight);
    }

    private (double Points, double Precision, double Observations) Scored(string route, string reference, TaskKind task, string language, DateTimeOffset at)
    {
        var (own, other) = (Sum(new(route, "", task, language), at), Sum(new(reference, "", task, language), at));
        return own.Weight <= 0 || other.Weight <= 0
            ? default
            : (own.Mean - other.Mean,
                1 / (Variance(own, ScoreSpread) / own.Weight + Variance(other, ScoreSpread) / other.Weight),
                own.Weight * other.Weight / (own.Weight + other.Weight));
    }

    private QualitySum Sum(in QualityCell cell, DateTimeOffset at) => Cells.TryGetValue(cell, out var sum) ? sum.At(at, HalfLife) : default;

    private static double Variance(in QualitySum sum, double spread) =>
        (SpreadWeight * spread * spread + Math.Max(0, sum.Squares - sum.Weight * sum.Mean * sum.Mean)) / (SpreadWeight + sum.Weight);
}

namespace LanguageRouter.Review.Verdicts;

/// <summary>Judges one path against another from their answers to the same requests, one after another.</summary>
/// <remarks>
/// A verdict may be asked for after every pair. With s the share of wins (ties count half), c the saving and t the time saved, the path is
/// beneficial where s &gt; 1/2 - m, c &gt; -e and t &gt; -l, and s &gt; 1/2 or c &gt; 0. Time never makes a path beneficial; where no pair was timed it takes
/// no part. Each interval gets half of alpha on the side that counts. Where the path is too bad, too dear or too slow, one interval must err
/// for a wrong "beneficial"; where it is better in nothing, one of two: its probability over all looks together is at most alpha. A wrong
/// "not beneficial" has three limits to err at, each with half of alpha. Not safe for concurrent use.
/// </remarks>
public sealed class PathComparison
{
    private readonly VerdictTerms _terms;
    private readonly BettingSequence _quality;
    private readonly SavingSequence _saving;
    private readonly SavingSequence _time;

    /// <summary>Initializes a new instance of the <see cref="PathComparison"/> class.</summary>
    /// <param name="terms">The terms; <see langword="null"/> for the defaults.</param>
    public PathComparison(VerdictTerms? terms = null)
    {
        _terms = terms ?? new VerdictTerms();

        // A two-sided interval of level alpha errs on one side with half of it.
        _quality = new BettingSequence(_terms.Alpha);
        _saving = new SavingSequence(_terms.Alpha);
        _time = new SavingSequence(_terms.Alpha);
    }

    /// <summary>Gets the pairs whose answers were judged.</summary>
    public int Judged => _quality.Count;

    /// <summary>Gets the pairs whose costs are known.</summary>
    public int Priced => _saving.Count;

    /// <summary>Gets the judged pairs in which the path was better.</summary>
    public int Wins { get; private set; }

    /// <summary>Gets the judged pairs in which neither was better.</summary>
    public int Ties { get; private set; }

    /// <summary>Gets the judged pairs in which the path was worse.</summary>
    public int Losses { get; private set; }

    /// <summary>Gets the share of wins, ties counting half.</summary>
    public Interval Quality => _quality.Current;

    /// <summary>Gets the saving as a share of the other path's cost; below 0 is dearer.</summary>
    public Interval Saving => _saving.Current;

    /// <summary>Gets the time saved as a share of the other path's; below 0 is slower.</summary>
    public Interval TimeSaving => _time.Current;

    /// <summary>Gets the pairs of which both times are known.</summary>
    public int Timed => _time.Count;

    /// <summary>Gets the mean time of the path less the other's, in the unit that was added.</summary>
    public Interval TimeDifference => _time.Difference;

    /// <summary>Gets the outcome.</summary>
    public VerdictOutcome Outcome
    {
        get
        {
            var (quality, saving, time) = (Quality, Saving, TimeSaving);
            var (leastQuality, leastSaving, leastTime) = (0.5 - _terms.QualityMargin, -_terms.CostMargin, -_terms.LatencyMargin);
            return quality.Low > leastQuality && saving.Low > leastSaving && (quality.Low > 0.5 || saving.Low > 0) && (Timed == 0 || time.Low > leastTime) ? VerdictOutcome.Beneficial
                : quality.High < leastQuality || saving.High < leastSaving || (quality.High < 0.5 && saving.High < 0) || (Timed > 0 && time.High < leastTime) ? VerdictOutcome.NotBeneficial
                : VerdictOutcome.NotEnoughData;
        }
    }

    /// <summary>Adds a judgement.</summary>
    /// <param name="score">1 where the path's answer is better, 0.5 for a tie, 0 where it is worse; values between are allowed.</param>
    public void AddQuality(double score)
    {
        _quality.Add(score);
        Wins += score > 0.5 ? 1 : 0;
        Ties += score.Equals(0.5) ? 1 : 0;
        Losses += score < 0.5 ? 1 : 0;
    }

    /// <summary>Adds the costs of both paths for one request, in the same unit.</summary>
    /// <param name="own">The path's.</param>
    /// <param name="other">The other path's.</param>
    public void AddCost(double own, double other) => _saving.Add(own, other);

    /// <summary>Adds the times of both paths for one request, in the same unit.</summary>
    /// <param name="own">The path's.</param>
    /// <param name="other">The other path's.</param>
    public void AddTime(double own, double other) => _time.Add(own, other);

    /// <summary>Estimates how many more pairs, judged and priced, it takes to an outcome, if quality and saving stay what they are.</summary>
    /// <returns>The pairs; 0 where there is an outcome, <see langword="null"/> where the estimates lie too near to a limit to tell.</returns>
    public long? MorePairs()
    {
        if (Outcome != VerdictOutcome.NotEnoughData)
        {
            return 0;
        }

        if (Judged == 0 || Priced == 0)
        {
            return null;
        }

        var (quality, saving, time) = (Quality.Estimate, Saving.Estimate, TimeSaving.Estimate);
        var (leastQuality, leastSaving, leastTime) = (0.5 - _terms.QualityMargin, -_terms.CostMargin, -_terms.LatencyMargin);
        var alpha = _terms.Alpha;
        var tooSlow = Timed > 0 && time < leastTime;
        long? total;
        if (quality > leastQuality && saving > leastSaving && (quality > 0.5 || saving > 0) && !tooSlow)
        {
            var noWorse = Later(Later(QualityCount(leastQuality), _saving.CountFor(leastSaving, alpha)), Timed == 0 ? 0 : _time.CountFor(leastTime, alpha));
            var better = Sooner(quality > 0.5 ? QualityCount(0.5) : null, saving > 0 ? _saving.CountFor(0, alpha) : null);
            total = Later(noWorse, better);
        }
        else
        {
            total = Sooner(
                Sooner(
                    Sooner(quality < leastQuality ? QualityCount(leastQuality) : null, saving < leastSaving ? _saving.CountFor(leastSaving, alpha) : null),
                    tooSlow ? _time.CountFor(leastTime, alpha) : null),
                quality < 0.5 && saving < 0 ? Later(QualityCount(0.5), _saving.CountFor(0, alpha)) : null);
        }

        return total is { } count ? Math.Max(1, count - Math.Min(Judged, Priced)) : null;

        long? QualityCount(double limit) => MixtureBoundary.CountFor(Math.Abs(quality - limit), _quality.Deviation, alpha);
    }

    private static long? Later(long? left, long? right) => left is { } one && right is { } other ? Math.Max(one, other) : null;

    private static long? Sooner(long? left, long? right) => left is { } one && right is { } other ? Math.Min(one, other) : left ?? right;
}

namespace LanguageRouter.Review.Verdicts;

/// <summary>Keeps an interval for what one path saves of another's total, from pairs of amounts for the same request: money or time.</summary>
/// <remarks>
/// The saving s is that of the sums, 1 - sum(own) / sum(other): the dear requests weigh what they cost. A saving s is ruled out where the mean
/// of (1 - s) other - own is told from 0; that mean is linear in both amounts, so five sums are enough. May be looked at after every pair, see
/// <see cref="MixtureBoundary"/>. Not safe for concurrent use.
/// </remarks>
public sealed class SavingSequence
{
    private const double Lowest = -1_000;

    private readonly double _alpha;
    private double _own;
    private double _other;
    private double _ownSquares;
    private double _otherSquares;
    private double _products;

    /// <summary>Initializes a new instance of the <see cref="SavingSequence"/> class.</summary>
    /// <param name="alpha">The probability that the saving is ever outside, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not between 0 and 1.</exception>
    public SavingSequence(double alpha)
    {
        if (alpha is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The probability of an error must be above 0 and below 1.");
        }

        _alpha = alpha;
    }

    /// <summary>Gets the number of pairs.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the saving as a share of the other path's amount; everything below 1 before there are enough pairs.</summary>
    public Interval Current
    {
        get
        {
            if (_other <= 0)
            {
                return new(double.NegativeInfinity, 0, 1);
            }

            var estimate = 1 - _own / _other;
            return Count < MixtureBoundary.Least
                ? new(double.NegativeInfinity, estimate, 1)
                : new(End(estimate, Lowest), estimate, End(estimate, 1));
        }
    }

    /// <summary>Gets the mean of the own amount less the other, in their unit; below 0 is less. Without ends before there are enough pairs.</summary>
    public Interval Difference
    {
        get
        {
            if (Count == 0)
            {
                return new(double.NegativeInfinity, 0, double.PositiveInfinity);
            }

            var (mean, half) = (-MeanAt(0), Count < MixtureBoundary.Least ? double.PositiveInfinity : DeviationAt(0) * MixtureBoundary.HalfWidth(Count, _alpha));
            return new(mean - half, mean, mean + half);
        }
    }

    /// <summary>Adds a pair.</summary>
    /// <param name="own">The amount of the path that is judged, not below 0.</param>
    /// <param name="other">The amount of the path it is compared with, not below 0.</param>
    public void Add(double own, double other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(own);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        Count++;
        _own += own;
        _other += other;
        _ownSquares += own * own;
        _otherSquares += other * other;
        _products += own * other;
    }

    /// <summary>The pairs after which the saving is told from a value, if all stays as it is.</summary>
    internal long? CountFor(double value, double alpha) =>
        Count == 0 ? null : MixtureBoundary.CountFor(Math.Abs(MeanAt(value)), DeviationAt(value), alpha);

    // From the estimate outwards, the first saving that is ruled out.
    private double End(double inside, double outside)
    {
        if (!RuledOut(outside))
        {
            return outside <= Lowest ? double.NegativeInfinity : outside;
        }

        for (var i = 0; i < 60; i++)
        {
            var middle = (inside + outside) / 2;
            if (RuledOut(middle))
            {
                outside = middle;
            }
            else
            {
                inside = middle;
            }
        }

        return outside;
    }

    private bool RuledOut(double saving) => Math.Abs(MeanAt(saving)) > DeviationAt(saving) * MixtureBoundary.HalfWidth(Count, _alpha);

    private double MeanAt(double saving) => ((1 - saving) * _other - _own) / Count;

    private double DeviationAt(double saving)
    {
        var kept = 1 - saving;
        var squares = (kept * kept * _otherSquares - 2 * kept * _products + _ownSquares) / Count;
        var mean = MeanAt(saving);
        return Math.Sqrt(Math.Max(0, squares - mean * mean) * Count / Math.Max(1, Count - 1));
    }
}

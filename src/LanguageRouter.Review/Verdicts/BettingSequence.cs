namespace LanguageRouter.Review.Verdicts;

/// <summary>Keeps an interval for the mean of values between 0 and 1 that may be looked at after every value.</summary>
/// <remarks>
/// With the probability 1 - alpha the mean lies within the interval at all times at once, whatever the distribution of the values. For each
/// possible mean two players bet on the values being higher and lower; a mean is ruled out for good once the stake of either has grown to
/// 2 / alpha (Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", the hedged capital process with predictable
/// plug-in bets). Not safe for concurrent use.
/// </remarks>
public sealed class BettingSequence
{
    private const int Steps = 200;
    private const double LargestBet = 0.5;

    private readonly double _alpha;
    private readonly double _ruin;
    private readonly double[] _higher = new double[Steps + 1];
    private readonly double[] _lower = new double[Steps + 1];
    private int _first;
    private int _last = Steps;
    private double _sum;
    private double _squaredErrors = 0.25;

    /// <summary>Initializes a new instance of the <see cref="BettingSequence"/> class.</summary>
    /// <param name="alpha">The probability that the mean is ever outside, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not between 0 and 1.</exception>
    public BettingSequence(double alpha)
    {
        if (alpha is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The probability of an error must be above 0 and below 1.");
        }

        _alpha = alpha;
        _ruin = 2 / alpha;
        Array.Fill(_higher, 1);
        Array.Fill(_lower, 1);
    }

    /// <summary>Gets the number of values.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the spread of the values, with a quarter for the first.</summary>
    public double Deviation => Math.Sqrt(_squaredErrors / (Count + 1));

    /// <summary>Gets the interval: 0 to 1 before the first value.</summary>
    public Interval Current
    {
        get
        {
            var estimate = Count == 0 ? 0.5 : _sum / Count;

            // The ends are the last means not ruled out, one step further where a neighbour was.
            var low = _first == 0 ? 0 : (double)(_first - 1) / Steps;
            var high = _last == Steps ? 1 : (double)(_last + 1) / Steps;
            return new(Math.Min(low, estimate), estimate, Math.Max(high, estimate));
        }
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not between 0 and 1.</exception>
    public void Add(double value)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value must be between 0 and 1.");
        }

        // The bets may depend on the values before this one only.
        var next = Count + 1;
        var bet = Math.Sqrt(2 * Math.Log(2 / _alpha) / (_squaredErrors / next * next * Math.Log(1 + next)));
        // A stake that has shrunk to nothing stays there: it would not have come back, and that errs on the careful side.
        for (var step = _first; step <= _last; step++)
        {
            var mean = (double)step / Steps;
            _higher[step] *= 1 + Math.Min(bet, LargestBet / Math.Max(mean, 1e-9)) * (value - mean);
            _lower[step] *= 1 - Math.Min(bet, LargestBet / Math.Max(1 - mean, 1e-9)) * (value - mean);
        }

        // The stakes are monotone in the mean up to the bets' limits: what is ruled out at an end moves the end.
        while (_first < _last && _higher[_first] >= _ruin)
        {
            _first++;
        }

        while (_last > _first && _lower[_last] >= _ruin)
        {
            _last--;
        }

        _sum += value;
        Count = next;
        var smoothed = (0.5 + _sum) / (Count + 1);
        _squaredErrors += (value - smoothed) * (value - smoothed);
    }
}

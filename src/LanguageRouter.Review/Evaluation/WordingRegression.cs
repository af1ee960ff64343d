namespace LanguageRouter.Review.Evaluation;

/// <summary>Learns how good routes are on prompts worded alike: ridge regression over pairs of characters, for all routes of a table together.</summary>
/// <remarks>
/// The scores are freed of each prompt's difficulty (its mean over the routes), brought to one spread over the routes, so that no prompt
/// counts for many, and turned to the axes along which the routes differ. Each axis is learnt by itself, with the strength that leaves the
/// least error on prompts that are left out one by one, or not at all where none helps. So a route learns of all that behave alike, and what
/// is only its own chance is not learnt. Solved in the form of kernels, as prompts are fewer than pairs; <see cref="Weights"/> gives the same
/// predictions by pair.
/// </remarks>
internal sealed class WordingRegression
{
    // A pair that fewer prompts have is not learnt from, so that a file tells nothing of single prompts.
    private const int FewestPrompts = 3;

    // Added to the spread of a prompt, so that one on which all routes are equal does not count for many either. Chosen by choice-variants.
    private const double LeastSpread = 0.1;

    private static readonly double[] Strengths = [0.3, 1, 3, 10, 30];

    private readonly Dictionary<uint, double>[] _prompts;
    private readonly Dictionary<uint, double> _rarity = [];
    private readonly double[][] _duals;

    private WordingRegression(IReadOnlyList<IReadOnlyDictionary<uint, double>> prompts, double[][] scores)
    {
        foreach (var group in prompts.SelectMany(prompt => prompt.Keys).CountBy(pair => pair).Where(group => group.Value >= FewestPrompts))
        {
            _rarity[group.Key] = Math.Log((double)prompts.Count / group.Value);
        }

        _prompts = [.. prompts.Select(Weigh)];
        Means = [.. scores.Select(row => row.Average())];
        _duals = [.. scores.Select(_ => new double[prompts.Count])];
        var residuals = scores.Select(_ => new double[prompts.Count]).ToArray();
        var variances = new double[scores.Length];
        var centred = Centred(Even(Centred(scores)));
        Learn(centred, residuals, variances);
        Errors = [.. variances.Select(Math.Sqrt)];
        Explained = [.. centred.Zip(residuals, (own, left) => own.Sum(Squared) is > 0 and var all ? 1 - left.Sum(Squared) / (all * Squared(prompts.Count / (prompts.Count - 1.0))) : 0)];
    }

    /// <summary>Gets the mean score of each route.</summary>
    public double[] Means { get; }

    /// <summary>Gets the standard error of each route's predictions: the errors on left-out prompts, by as many degrees of freedom as were spent.</summary>
    public double[] Errors { get; }

    /// <summary>Gets the share of each route's differences from prompt to prompt that predictions of left-out prompts explain.</summary>
    public double[] Explained { get; }

    /// <summary>Learns.</summary>
    /// <param name="prompts">The pairs of each prompt.</param>
    /// <param name="scores">The scores, a row a route: two routes or more, three prompts or more.</param>
    public static WordingRegression Fit(IReadOnlyList<IReadOnlyDictionary<uint, double>> prompts, double[][] scores) => new(prompts, scores);

    /// <summary>Predicts the score of every route.</summary>
    public double[] Predict(IReadOnlyDictionary<uint, double> prompt)
    {
        var weighed = Weigh(prompt);
        double[] similarity = [.. _prompts.Select(known => Dot(known, weighed))];
        return [.. _duals.Zip(Means, (dual, mean) => mean + Dot(dual, similarity))];
    }

    /// <summary>Gives the weights of some routes by pair, times a prompt's share of it.</summary>
    public Dictionary<uint, double[]> Weights(IReadOnlyList<int> routes)
    {
        var weights = _rarity.ToDictionary(pair => pair.Key, _ => new double[routes.Count]);
        for (var i = 0; i < _prompts.Length; i++)
        {
            foreach (var (pair, value) in _prompts[i])
            {
                for (var k = 0; k < routes.Count; k++)
                {
                    weights[pair][k] += _rarity[pair] * value * _duals[routes[k]][i];
                }
            }
        }

        return weights;
    }

    private void Learn(double[][] scores, double[][] residuals, double[] variances)
    {
        var axes = SymmetricEigen.Axes([.. scores.Select(row => scores.Select(other => Dot(row, other)).ToArray())]);
        var ridges = Ridges();
        foreach (var axis in axes)
        {
            var along = new double[_prompts.Length];
            for (var route = 0; route < axis.Length; route++)
            {
                Add(axis[route], scores[route], along);
            }

            var (dual, left, spent) = Ridge.Best(ridges, along);
            var variance = left.Sum(Squared) / along.Length * spent;
            for (var route = 0; route < axis.Length; route++)
            {
                Add(axis[route], dual, _duals[route]);
                Add(axis[route], left, residuals[route]);
                variances[route] += Squared(axis[route]) * variance;
            }
        }
    }

    // Strengths are shares of the mean similarity of a prompt with itself.
    private Ridge[] Ridges()
    {
        var kernel = new double[_prompts.Length][];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = new double[kernel.Length];
            for (var k = 0; k <= i; k++)
            {
                kernel[i][k] = kernel[k][i] = Dot(_prompts[i], _prompts[k]);
            }
        }

        var unit = Enumerable.Range(0, kernel.Length).Average(i => kernel[i][i]);
        return unit <= 0 ? [] : [.. Strengths.Select(strength => new Ridge(kernel, strength * unit))];
    }

    private Dictionary<uint, double> Weigh(IReadOnlyDictionary<uint, double> prompt) =>
        prompt.Where(pair => _rarity.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value * _rarity[pair.Key]);

    // Each row less its mean, each column less its mean.
    private static double[][] Centred(double[][] scores)
    {
        var difficulty = Enumerable.Range(0, scores[0].Length).Select(i => scores.Average(row => row[i])).ToArray();
        var mean = difficulty.Average();
        return [.. scores.Select(row => { var own = row.Average(); return row.Select((score, i) => score - own - difficulty[i] + mean).ToArray(); })];
    }

    // Each prompt with the usual spread over the routes instead of its own.
    private static double[][] Even(double[][] scores)
    {
        var spreads = Enumerable.Range(0, scores[0].Length).Select(i => LeastSpread + Math.Sqrt(scores.Average(row => row[i] * row[i]))).ToArray();
        var usual = spreads.Average();
        return [.. scores.Select(row => row.Select((score, i) => score * usual / spreads[i]).ToArray())];
    }

    private static void Add(double factor, double[] from, double[] to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += factor * from[i];
        }
    }

    private static double Dot(Dictionary<uint, double> left, Dictionary<uint, double> right)
    {
        var (small, large) = left.Count < right.Count ? (left, right) : (right, left);
        double sum = 0;
        foreach (var (pair, value) in small)
        {
            if (large.TryGetValue(pair, out var other))
            {
                sum += value * other;
            }
        }

        return sum;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static double Squared(double value) => value * value;
}

namespace LanguageRouter.Review.Evaluation;

/// <summary>Ridge regression of one strength over a kernel, with the errors of leaving one out in closed form.</summary>
internal sealed class Ridge
{
    private readonly double[][] _inverse;

    // 1 + the degrees of freedom of a prediction: its variance is so many n-ths of one observation's.
    private readonly double _spent;

    public Ridge(double[][] kernel, double strength)
    {
        _inverse = Cholesky.Invert([.. kernel.Select((row, i) => row.Select((value, k) => i == k ? value + strength : value).ToArray())]);
        _spent = 1;
        for (var i = 0; i < kernel.Length; i++)
        {
            for (var k = 0; k < kernel.Length; k++)
            {
                var hat = (i == k ? 1 : 0) - strength * _inverse[i][k];
                _spent += hat * hat;
            }
        }
    }

    /// <summary>Learns by the strength that leaves the least error, or nothing where none leaves less than the mean does.</summary>
    /// <param name="ridges">The strengths to try.</param>
    /// <param name="target">What to learn, with a mean of 0.</param>
    /// <returns>The weight of each observation, the error of each when it is left out, and the variance of a prediction over that of an observation.</returns>
    public static (double[] Dual, double[] Left, double Spent) Best(IEnumerable<Ridge> ridges, double[] target)
    {
        double n = target.Length;
        (double[] Dual, double[] Left, double Spent) best = (new double[target.Length], [.. target.Select(value => value * n / (n - 1))], 1 / n);
        var least = best.Left.Sum(value => value * value);
        foreach (var ridge in ridges)
        {
            var (dual, left) = ridge.Solve(target);
            var errors = left.Sum(value => value * value);
            if (errors < least)
            {
                (least, best) = (errors, (dual, left, ridge._spent / n));
            }
        }

        return best;
    }

    private (double[] Dual, double[] Left) Solve(double[] target)
    {
        var (dual, left) = (new double[target.Length], new double[target.Length]);
        for (var i = 0; i < target.Length; i++)
        {
            var row = _inverse[i];
            double sum = 0;
            for (var k = 0; k < row.Length; k++)
            {
                sum += row[k] * target[k];
            }

            (dual[i], left[i]) = (sum, sum / row[i]);
        }

        return (dual, left);
    }
}

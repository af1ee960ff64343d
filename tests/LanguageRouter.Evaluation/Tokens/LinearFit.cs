using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Weighted least squares of relative errors with a ridge, by the normal equations.</summary>
internal static class LinearFit
{
    private const double Ridge = 1e-4;

    // Sums of other features, or counted for the bounds only.
    private static readonly TextFeature[] LeftOut =
    [
        TextFeature.Units, TextFeature.LoneSurrogates, TextFeature.DigitsBesideOthers, TextFeature.Count,
    ];

    public static TokenFit Solve(IReadOnlyList<FitSlice> slices) =>
        Solve(slices, [.. Enumerable.Range(0, (int)TextFeature.Count).Select(f => (TextFeature)f).Except(LeftOut)]);

    public static TokenFit Solve(IReadOnlyList<FitSlice> slices, IReadOnlyList<TextFeature> features)
    {
        var used = features.Select(f => (int)f).ToArray();
        var n = used.Length;
        var matrix = new double[n, n + 1];
        foreach (var slice in slices)
        {
            var row = used.Select(f => (double)slice.Profile[(TextFeature)f] / slice.Tokens).ToArray();
            for (var i = 0; i < n; i++)
            {
                if (row[i] != 0)
                {
                    for (var j = 0; j < n; j++)
                    {
                        matrix[i, j] += slice.Weight * row[i] * row[j];
                    }

                    matrix[i, n] += slice.Weight * row[i];
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            matrix[i, i] += Ridge * (matrix[i, i] + 1);
        }

        Eliminate(matrix, n);
        var coefficients = new double[(int)TextFeature.Count];
        for (var i = 0; i < n; i++)
        {
            coefficients[used[i]] = matrix[i, n];
        }

        return new TokenFit(string.Empty, coefficients);
    }

    private static void Eliminate(double[,] matrix, int n)
    {
        for (var pivot = 0; pivot < n; pivot++)
        {
            var best = pivot;
            for (var i = pivot + 1; i < n; i++)
            {
                best = Math.Abs(matrix[i, pivot]) > Math.Abs(matrix[best, pivot]) ? i : best;
            }

            for (var j = 0; j <= n; j++)
            {
                (matrix[pivot, j], matrix[best, j]) = (matrix[best, j], matrix[pivot, j]);
            }

            for (var i = 0; i < n; i++)
            {
                if (i != pivot)
                {
                    var factor = matrix[i, pivot] / matrix[pivot, pivot];
                    for (var j = pivot; j <= n; j++)
                    {
                        matrix[i, j] -= factor * matrix[pivot, j];
                    }
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            matrix[i, n] /= matrix[i, i];
        }
    }
}

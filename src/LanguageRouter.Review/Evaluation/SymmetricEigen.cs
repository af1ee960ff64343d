namespace LanguageRouter.Review.Evaluation;

/// <summary>Turns a symmetric matrix to its axes, by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 30;

    /// <summary>Gives the axes of a matrix, one a row, each of length 1.</summary>
    public static double[][] Axes(double[][] matrix)
    {
        var n = matrix.Length;
        var rest = matrix.Select(row => (double[])row.Clone()).ToArray();
        var axes = Enumerable.Range(0, n).Select(i => { var axis = new double[n]; axis[i] = 1; return axis; }).ToArray();
        var small = 1e-24 * Enumerable.Range(0, n).Sum(i => rest[i][i] * rest[i][i]);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            double off = 0;
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    off += rest[p][q] * rest[p][q];
                    Rotate(rest, axes, p, q);
                }
            }

            if (off <= small)
            {
                break;
            }
        }

        return axes;
    }

    // Makes the element at (p, q) zero.
    private static void Rotate(double[][] rest, double[][] axes, int p, int q)
    {
        if (Math.Abs(rest[p][q]) < 1e-300)
        {
            return;
        }

        var slope = (rest[q][q] - rest[p][p]) / (2 * rest[p][q]);
        var tangent = (slope < 0 ? -1 : 1) / (Math.Abs(slope) + Math.Sqrt(slope * slope + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < rest.Length; i++)
        {
            (rest[i][p], rest[i][q]) = (cosine * rest[i][p] - sine * rest[i][q], sine * rest[i][p] + cosine * rest[i][q]);
        }

        var (first, second) = (rest[p], rest[q]);
        var (one, other) = (axes[p], axes[q]);
        for (var i = 0; i < rest.Length; i++)
        {
            (first[i], second[i]) = (cosine * first[i] - sine * second[i], sine * first[i] + cosine * second[i]);
            (one[i], other[i]) = (cosine * one[i] - sine * other[i], sine * one[i] + cosine * other[i]);
        }
    }
}

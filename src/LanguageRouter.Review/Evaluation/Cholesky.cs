namespace LanguageRouter.Review.Evaluation;

/// <summary>Inverts symmetric positive definite matrices.</summary>
internal static class Cholesky
{
    public static double[][] Invert(double[][] matrix)
    {
        var n = matrix.Length;
        var lower = new double[n][];
        for (var i = 0; i < n; i++)
        {
            lower[i] = new double[n];
            for (var k = 0; k <= i; k++)
            {
                var sum = matrix[i][k];
                for (var j = 0; j < k; j++)
                {
                    sum -= lower[i][j] * lower[k][j];
                }

                lower[i][k] = i == k ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[k][k];
            }
        }

        // The inverse of the triangle, row by row; the inverse of the matrix is its transpose times itself.
        var triangle = new double[n][];
        for (var i = 0; i < n; i++)
        {
            triangle[i] = new double[n];
            triangle[i][i] = 1 / lower[i][i];
            for (var k = 0; k < i; k++)
            {
                double sum = 0;
                for (var j = k; j < i; j++)
                {
                    sum += lower[i][j] * triangle[j][k];
                }

                triangle[i][k] = -sum / lower[i][i];
            }
        }

        var inverse = new double[n][];
        for (var i = 0; i < n; i++)
        {
            inverse[i] = new double[n];
        }

        for (var j = 0; j < n; j++)
        {
            var row = triangle[j];
            for (var i = 0; i <= j; i++)
            {
                for (var k = 0; k <= i; k++)
                {
                    inverse[i][k] += row[i] * row[k];
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                inverse[k][i] = inverse[i][k];
            }
        }

        return inverse;
    }
}

namespace LanguageRouter.Review.Evaluation;

/// <summary>The gain of prompts that are worded alike: kernel ridge regression, its strength chosen by the errors of leaving one out among the prompts learnt from.</summary>
internal sealed class WordingGain(double[][] similarity) : IGainLearner
{
    private static readonly double[] Strengths = [0.3, 1, 3, 10];

    private readonly Dictionary<string, double[][][]> _inverses = new(StringComparer.Ordinal);

    public string Name => "wording";

    public double[] Predict(int[] learn, double[] gains, int[] predict)
    {
        var mean = learn.Average(i => gains[i]);
        double[] best = [];
        var least = double.PositiveInfinity;
        foreach (var inverse in Inverses(learn))
        {
            var weights = new double[learn.Length];
            double errors = 0;
            for (var i = 0; i < learn.Length; i++)
            {
                for (var k = 0; k < learn.Length; k++)
                {
                    weights[i] += inverse[i][k] * (gains[learn[k]] - mean);
                }

                // The error that this prompt has when it is left out, in closed form.
                var error = weights[i] / inverse[i][i];
                errors += error * error;
            }

            if (errors < least)
            {
                (least, best) = (errors, weights);
            }
        }

        return [.. predict.Select(i => mean + learn.Select((k, at) => similarity[i][k] * best[at]).Sum())];
    }

    // The inverses do not depend on the gains: the folds of a cross-validation share them over judges and pairs of routes.
    private double[][][] Inverses(int[] learn)
    {
        var key = string.Join(',', learn);
        if (!_inverses.TryGetValue(key, out var inverses))
        {
            _inverses[key] = inverses = [.. Strengths.Select(strength => Cholesky.Invert(
                [.. learn.Select(i => learn.Select(k => similarity[i][k] + (i == k ? strength : 0)).ToArray())]))];
        }

        return inverses;
    }
}

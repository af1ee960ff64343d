using LanguageRouter.Review.Evaluation;

namespace LanguageRouter.Evaluation.Account;

/// <summary>The gain by a learner that is told how every other model did on the very prompt, in the opinion of the judge learnt from.</summary>
/// <remarks>No router can know that. What it gains beyond wording says how much of a gain lies in the prompts at all, and not in the chance of single answers.</remarks>
internal sealed class ToldGain(IReadOnlyList<OutcomeRow> rows) : IGainLearner
{
    private static readonly double[] Strengths = [0.3, 1, 3, 10, 30];

    public string Name => "told how all other models did";

    public double[] Predict(GainSample sample, int[] learn, int[] predict)
    {
        var prompts = sample.Table.Prompts;
        var others = rows.Where(row => row.Judge == sample.Judge && row.Route != sample.Cheap && row.Route != sample.Dear)
            .GroupBy(row => row.Route, StringComparer.Ordinal)
            .Select(route => route.ToDictionary(row => row.Prompt, row => row.Quality, StringComparer.Ordinal))
            .Where(route => prompts.All(route.ContainsKey))
            .Select(route => Standardized([.. prompts.Select(prompt => route[prompt])], learn)).ToArray();
        var ridges = Strengths.Select(strength => new Ridge([.. learn.Select(i => learn.Select(k => Similarity(i, k)).ToArray())], strength)).ToArray();
        var mean = learn.Average(i => sample.Gains[i]);
        var (dual, _, _) = Ridge.Best(ridges, [.. learn.Select(i => sample.Gains[i] - mean)]);
        return [.. predict.Select(i => mean + learn.Select((k, at) => Similarity(i, k) * dual[at]).Sum())];

        double Similarity(int i, int k) => others.Sum(scores => scores[i] * scores[k]) / others.Length;
    }

    private static double[] Standardized(double[] scores, int[] learn)
    {
        var mean = learn.Average(i => scores[i]);
        var spread = Math.Sqrt(learn.Average(i => (scores[i] - mean) * (scores[i] - mean))) + 1e-9;
        return [.. scores.Select(score => (score - mean) / spread)];
    }
}

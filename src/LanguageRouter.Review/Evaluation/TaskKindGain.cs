namespace LanguageRouter.Review.Evaluation;

/// <summary>The mean gain of the inferred task kind, drawn towards the mean of all by a number of pseudo-observations chosen on the prompts learnt from.</summary>
internal sealed class TaskKindGain(IReadOnlyList<string> kinds) : IGainLearner
{
    private static readonly double[] Weights = [2, 5, 20];

    public string Name => "task kind";

    public double[] Predict(GainSample sample, int[] learn, int[] predict)
    {
        var gains = sample.Gains;
        var mean = learn.Average(i => gains[i]);
        var groups = learn.GroupBy(i => kinds[i], StringComparer.Ordinal).ToDictionary(group => group.Key, group => (Count: group.Count(), Sum: group.Sum(i => gains[i])), StringComparer.Ordinal);
        var weight = Weights.MinBy(candidate => learn.Sum(i => Squared(gains[i] - Without(i, candidate))));
        return [.. predict.Select(i => groups.TryGetValue(kinds[i], out var group) ? (group.Sum + weight * mean) / (group.Count + weight) : mean)];

        double Without(int i, double candidate)
        {
            var (count, sum) = groups[kinds[i]];
            return (sum - gains[i] + candidate * mean) / (count - 1 + candidate);
        }
    }

    private static double Squared(double value) => value * value;
}

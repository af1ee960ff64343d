namespace LanguageRouter.Review.Evaluation;

/// <summary>What a router of two routes costs and achieves, for every share of requests that it sends to the dearer one.</summary>
/// <param name="Costs">The mean cost in USD, from no request to all.</param>
/// <param name="Qualities">The mean quality, likewise.</param>
internal sealed record ChoiceCurve(double[] Costs, double[] Qualities)
{
    private const int Steps = 100;

    /// <summary>Sends the prompts with the largest predicted gain to the dearer route first.</summary>
    /// <param name="gains">The predicted gain of the dearer route, by prompt.</param>
    /// <param name="cheap">Cost and quality of the cheaper route by prompt.</param>
    /// <param name="dear">Cost and quality of the dearer route by prompt.</param>
    /// <param name="sample">The prompts that count, repeated ones as often as they stand there.</param>
    public static ChoiceCurve Of(double[] gains, (double[] Cost, double[] Quality) cheap, (double[] Cost, double[] Quality) dear, IReadOnlyList<int> sample)
    {
        var order = sample.OrderByDescending(i => gains[i]).ToArray();
        var (costs, qualities) = (new double[order.Length + 1], new double[order.Length + 1]);
        costs[0] = order.Average(i => cheap.Cost[i]);
        qualities[0] = order.Average(i => cheap.Quality[i]);
        for (var k = 0; k < order.Length; k++)
        {
            var i = order[k];
            costs[k + 1] = costs[k] + (dear.Cost[i] - cheap.Cost[i]) / order.Length;
            qualities[k + 1] = qualities[k] + (dear.Quality[i] - cheap.Quality[i]) / order.Length;
        }

        return new ChoiceCurve(Resample(costs), Resample(qualities));
    }

    /// <summary>The mean height of the curve above the straight line between the two singles, at its own costs.</summary>
    public double AboveLine()
    {
        var (cheap, dear) = (Costs[0], Costs[^1]);
        double sum = 0;
        for (var i = 1; i < Costs.Length - 1; i++)
        {
            var way = Math.Abs(dear - cheap) < 1e-15 ? (double)i / (Costs.Length - 1) : (Costs[i] - cheap) / (dear - cheap);
            sum += Qualities[i] - (Qualities[0] + way * (Qualities[^1] - Qualities[0]));
        }

        return sum / (Costs.Length - 2);
    }

    public static ChoiceCurve Mean(IReadOnlyList<ChoiceCurve> curves) => new(
        [.. Enumerable.Range(0, Steps + 1).Select(i => curves.Average(curve => curve.Costs[i]))],
        [.. Enumerable.Range(0, Steps + 1).Select(i => curves.Average(curve => curve.Qualities[i]))]);

    private static double[] Resample(double[] values)
    {
        var sampled = new double[Steps + 1];
        for (var i = 0; i <= Steps; i++)
        {
            var at = (double)i / Steps * (values.Length - 1);
            var left = (int)at;
            var right = Math.Min(left + 1, values.Length - 1);
            sampled[i] = values[left] + (at - left) * (values[right] - values[left]);
        }

        return sampled;
    }
}

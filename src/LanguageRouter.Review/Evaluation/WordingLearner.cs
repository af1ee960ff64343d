using LanguageRouter.Learning;

namespace LanguageRouter.Review.Evaluation;

/// <summary>The gain of prompts that are worded alike, learnt from all routes that the judge scored on the prompts learnt from.</summary>
internal sealed class WordingLearner : IGainLearner
{
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<uint, double>> _pairs;
    private readonly Dictionary<string, SortedDictionary<string, Dictionary<string, double>>> _scores;

    // Folds are the same for all pairs of routes over the same prompts.
    private readonly Dictionary<string, (string[] Routes, WordingRegression Learnt)> _fits = new(StringComparer.Ordinal);

    /// <param name="rows">All outcomes, of other routes too.</param>
    /// <param name="texts">The prompts' texts by identifier.</param>
    public WordingLearner(IEnumerable<OutcomeRow> rows, IReadOnlyDictionary<string, string> texts)
        : this(rows, texts.ToDictionary(pair => pair.Key, pair => WordingPairs.Of(pair.Value), StringComparer.Ordinal))
    {
    }

    /// <param name="rows">All outcomes, of other routes too.</param>
    /// <param name="pairs">How each prompt is worded, by identifier.</param>
    public WordingLearner(IEnumerable<OutcomeRow> rows, IReadOnlyDictionary<string, IReadOnlyDictionary<uint, double>> pairs)
    {
        _pairs = pairs;
        _scores = rows.GroupBy(row => row.Judge, StringComparer.Ordinal).ToDictionary(
            judge => judge.Key,
            judge => new SortedDictionary<string, Dictionary<string, double>>(
                judge.GroupBy(row => row.Route, StringComparer.Ordinal).ToDictionary(
                    route => route.Key, route => route.GroupBy(row => row.Prompt, StringComparer.Ordinal).ToDictionary(prompt => prompt.Key, prompt => prompt.Last().Quality, StringComparer.Ordinal), StringComparer.Ordinal),
                StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    public string Name => "wording";

    public double[] Predict(GainSample sample, int[] learn, int[] predict)
    {
        var (routes, learnt) = Learn(sample.Judge, [.. learn.Select(i => sample.Table.Prompts[i])]);
        var (cheap, dear) = (Array.IndexOf(routes, sample.Cheap), Array.IndexOf(routes, sample.Dear));
        return [.. predict.Select(i => { var scores = learnt.Predict(_pairs[sample.Table.Prompts[i]]); return scores[dear] - scores[cheap]; })];
    }

    /// <summary>Learns from one judge's scores of the routes that have one for each of the prompts.</summary>
    public (string[] Routes, WordingRegression Learnt) Learn(string judge, string[] prompts)
    {
        var key = $"{judge}\n{string.Join('\n', prompts)}";
        if (!_fits.TryGetValue(key, out var fit))
        {
            var routes = _scores[judge].Where(route => prompts.All(route.Value.ContainsKey)).ToArray();
            _fits[key] = fit = (
                [.. routes.Select(route => route.Key)],
                WordingRegression.Fit([.. prompts.Select(prompt => _pairs[prompt])], [.. routes.Select(route => prompts.Select(prompt => route.Value[prompt]).ToArray())]));
        }

        return fit;
    }
}

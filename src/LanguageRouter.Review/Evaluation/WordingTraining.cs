using LanguageRouter.Learning;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Evaluation;

/// <summary>Makes a wording file of outcome tables.</summary>
internal static class WordingTraining
{
    /// <summary>The fewest prompts to learn from (judgement).</summary>
    public const int FewestPrompts = 30;

    /// <summary>Learns from one judge, and has the gains scored by the others.</summary>
    /// <param name="rows">The outcomes.</param>
    /// <param name="texts">The prompts by identifier; those of other languages than most are left out.</param>
    /// <param name="models">The routes to write, by the names that the configuration has for their models.</param>
    /// <param name="judge">The judge to learn from.</param>
    /// <exception cref="FormatException">A route is not there, or too few prompts have the scores.</exception>
    public static WordingFile Learn(IReadOnlyList<OutcomeRow> rows, IReadOnlyDictionary<string, string> texts, IReadOnlyList<KeyValuePair<string, string>> models, string judge)
    {
        // 1. The prompts: of one language, with all models' scores.
        var languages = texts.ToDictionary(pair => pair.Key, pair => RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, pair.Value)]).Language.Tag, StringComparer.Ordinal);
        var language = languages.Values.CountBy(tag => tag).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key;
        OutcomeRow[] used = [.. rows.Where(row => languages.GetValueOrDefault(row.Prompt) == language)];
        string[] routes = [.. models.Select(model => model.Value)];
        var table = OutcomeTable.Of([.. used.Where(row => row.Judge == judge)], routes, _ => null);
        if (table.Prompts.Count < FewestPrompts)
        {
            throw new FormatException($"{table.Prompts.Count} prompts of language '{language}' have scores of all of {string.Join(", ", routes)} by {judge}, and {FewestPrompts} are needed. Fix: measure more prompts, or name fewer models.");
        }

        // 2. What is written is learnt from all of them.
        var learner = new WordingLearner(used, texts);
        var (known, learnt) = learner.Learn(judge, [.. table.Prompts]);
        int[] rowOf = [.. routes.Select(route => Array.IndexOf(known, route))];
        return new WordingFile
        {
            Judge = judge,
            Language = language,
            Prompts = table.Prompts.Count,
            Pooled = known.Length,
            Models = [.. models.Select((model, i) => new WordingModel(model.Key, 100 * learnt.Means[rowOf[i]], 100 * learnt.Errors[rowOf[i]], learnt.Explained[rowOf[i]]))],
            Gains = [.. Gains(used, learner, models, judge)],
            Pairs = learnt.Weights(rowOf).ToDictionary(pair => pair.Key, IReadOnlyList<double> (pair) => [.. pair.Value.Select(weight => 100 * weight)]),
        };
    }

    // 3. What it would have gained is told by prompts that were left out.
    private static IEnumerable<WordingGain> Gains(OutcomeRow[] rows, WordingLearner learner, IReadOnlyList<KeyValuePair<string, string>> models, string judge)
    {
        for (var i = 0; i < models.Count; i++)
        {
            for (var k = i + 1; k < models.Count; k++)
            {
                var table = OutcomeTable.Of(rows, [models[i].Value, models[k].Value], _ => null);
                var gain = new ChoiceEvaluation(table, learnFrom: judge).Run(models[i].Value, models[k].Value, learner).Gain;
                var scorers = table.Judges.Where(other => other != judge).DefaultIfEmpty(judge);
                yield return new WordingGain(models[i].Key, models[k].Key, string.Join(", ", scorers), 100 * gain.Low, 100 * gain.Estimate, 100 * gain.High);
            }
        }
    }
}

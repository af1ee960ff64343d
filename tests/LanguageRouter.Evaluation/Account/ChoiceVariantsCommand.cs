using System.Globalization;
using LanguageRouter.Learning;
using LanguageRouter.Review.Evaluation;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Account;

/// <summary>Compares ways to learn the choice between two models on pairs that <c>choice-quality</c> does not report, so that a way can be chosen without looking at its figures.</summary>
/// <remarks>The pairs: all that both judges scored at .5 or better and less than .1 apart, without the two models of the first reported pair and without the other reported pairs.</remarks>
internal static class ChoiceVariantsCommand
{
    private const int Repetitions = 2;
    private const int Resamples = 1;

    public static int Run(EvaluationOptions options)
    {
        var answers = JudgedAnswers.Read(options);
        var pairs = Pairs(answers);
        string[] prompts = [.. answers.Prompts.Keys.Order(StringComparer.Ordinal)];
        var kinds = answers.Prompts.ToDictionary(prompt => prompt.Key, prompt => RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, prompt.Value.Text)]).Task, StringComparer.Ordinal);
        Console.WriteLine($"{pairs.Count} pairs, {prompts.Length} prompts, {Repetitions} repetitions");
        Console.WriteLine("| learnt by | gain over the better, mean | pairs above 0 | height above the straight line, mean | pairs above 0 |");
        Console.WriteLine("|---|---|---|---|---|");
        Report("task kind", _ => new TaskKindGain([.. prompts.Select(prompt => kinds[prompt].ToString())]));
        Report("told the benchmarks' own categories", _ => new TaskKindGain([.. prompts.Select(prompt => answers.Prompts[prompt].Category)]));
        Report("wording, pairs of characters, the two models alone", pair => new WordingLearner(answers.Rows.Where(row => row.Route == pair.One || row.Route == pair.Other), answers.Texts));
        Shared("wording, pairs of characters, all models together (what ships)", WordingPairs.Of);
        Shared("… with single characters", text => Runs(text, 1, 2));
        Shared("… with runs of three", text => Runs(text, 2, 3));
        Shared("… of the first and last 80 characters", text => text.Length <= 160 ? WordingPairs.Of(text) : WordingPairs.Of(text[..80] + text[^80..]));
        foreach (var weight in (double[])[0.1, 0.3, 1])
        {
            Shared(string.Create(CultureInfo.InvariantCulture, $"… with the task kind, weight {weight}"), text => With(text, weight, [(uint)kinds[answers.Prompts.First(prompt => prompt.Value.Text == text).Key]]));
        }

        Shared("… with marks of form (digits, tables, lists, Latin, length)", text => With(text, 0.3, Form(text)));
        Report("told how all other models did on the prompt", _ => new ToldGain(answers.Rows));
        return 0;

        void Shared(string name, Func<string, IReadOnlyDictionary<uint, double>> read)
        {
            var learner = new WordingLearner(answers.Rows, answers.Prompts.ToDictionary(prompt => prompt.Key, prompt => read(prompt.Value.Text), StringComparer.Ordinal));
            Report(name, _ => learner);
        }

        void Report(string name, Func<(string One, string Other), IGainLearner> learner)
        {
            var results = pairs.Select(pair => new ChoiceEvaluation(OutcomeTable.Of(answers.Rows, [pair.One, pair.Other], _ => 0), repetitions: Repetitions, resamples: Resamples).Run(pair.One, pair.Other, learner(pair))).ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {results.Average(result => result.Gain.Estimate):+0.0000;-0.0000} | {results.Count(result => result.Gain.Estimate > 0)} | {results.Average(result => result.AboveLine.Estimate):+0.0000;-0.0000} | {results.Count(result => result.AboveLine.Estimate > 0)} |"));
        }
    }

    private static List<(string One, string Other)> Pairs(JudgedAnswers answers)
    {
        var means = answers.Rows.GroupBy(row => row.Route, StringComparer.Ordinal)
            .Where(route => route.Select(row => row.Judge).Distinct().Count() == 2 && route.Count() == 2 * answers.Prompts.Count)
            .Where(route => route.Key != ChoiceQualityCommand.Pairs[0].Item1 && route.Key != ChoiceQualityCommand.Pairs[0].Item2)
            .ToDictionary(route => route.Key, route => route.Average(row => row.Quality), StringComparer.Ordinal);
        string[] good = [.. means.Where(route => route.Value > 0.5).Select(route => route.Key).Order(StringComparer.Ordinal)];
        return [.. from one in good from other in good
                   where string.CompareOrdinal(one, other) < 0 && Math.Abs(means[one] - means[other]) < 0.1
                       && !ChoiceQualityCommand.Pairs.Contains((one, other)) && !ChoiceQualityCommand.Pairs.Contains((other, one))
                   select (one, other)];
    }

    // Runs of characters of several lengths, by a hash for those that are no pairs.
    private static Dictionary<uint, double> Runs(string text, int shortest, int longest)
    {
        var runs = WordingPairs.Of(text).ToDictionary(pair => pair.Key, pair => pair.Value);
        var unit = 1 / Math.Sqrt(Math.Max(1, text.Length));
        for (var length = shortest; length <= longest; length++)
        {
            for (var i = 0; length != 2 && i + length <= text.Length; i++)
            {
                var key = (uint)System.IO.Hashing.XxHash32.HashToUInt32(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan(i, length)));
                runs[key] = runs.GetValueOrDefault(key) + unit;
            }
        }

        return runs;
    }

    private static Dictionary<uint, double> With(string text, double weight, IEnumerable<uint> features)
    {
        var pairs = WordingPairs.Of(text).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var feature in features)
        {
            pairs[0xFFFF_0000 + feature] = weight;
        }

        return pairs;
    }

    private static IEnumerable<uint> Form(string text)
    {
        yield return 100 + (uint)Math.Log2(text.Length + 1);
        yield return 120 + (uint)Math.Min(4, text.Count(char.IsDigit) / 4);
        yield return 130 + (uint)Math.Min(4, text.Count(c => c == '\n') / 2);
        yield return 140 + (uint)Math.Min(4, text.Count(char.IsAsciiLetter) / 8);
        yield return 150 + (text.Contains('|', StringComparison.Ordinal) ? 1u : 0);
        yield return 160 + (text.Contains('・', StringComparison.Ordinal) ? 1u : 0);
        yield return 170 + (text.Contains('「', StringComparison.Ordinal) ? 1u : 0);
    }
}

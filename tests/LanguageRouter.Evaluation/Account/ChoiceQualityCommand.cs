using System.Globalization;
using LanguageRouter.Review.Evaluation;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Account;

/// <summary>
/// Evaluates the choice between two models on public judged answers, with inferred task kinds. Usage: choice-quality [SVG FILE].
/// No hosted Japanese model has a public price: the price of its base model's size stands in for it.
/// </summary>
internal static class ChoiceQualityCommand
{
    private const string Swallow = "tokyotech-llm__Llama-3.1-Swallow-8B-Instruct-v0.5";
    private const string Sarashina = "sbintuitions__sarashina2.2-3b-instruct-v0.1";
    private const string Shisa = "shisa-ai__shisa-v2-llama3.1-8b";
    private const string Llama = "meta-llama__Llama-3.3-70B-Instruct";
    private const string Gemma = "google__gemma-3-27b-it";
    private const string Phi = "unsloth__phi-4";
    private const string Qwen = "Qwen__Qwen3-30B-A3B-Instruct-2507";

    private static readonly Dictionary<string, string> PricedAs = new(StringComparer.Ordinal)
    {
        [Swallow] = "deepinfra/meta-llama/Meta-Llama-3.1-8B-Instruct",
        [Shisa] = "deepinfra/meta-llama/Meta-Llama-3.1-8B-Instruct",
        [Sarashina] = "deepinfra/meta-llama/Llama-3.2-3B-Instruct",
        [Llama] = "deepinfra/meta-llama/Llama-3.3-70B-Instruct",
        [Gemma] = "deepinfra/google/gemma-3-27b-it",
        [Phi] = "deepinfra/microsoft/phi-4",
        [Qwen] = "deepinfra/Qwen/Qwen3-30B-A3B",
    };

    // The cheaper one is found by price; the first pair is the one with a bar of its own.
    internal static readonly (string, string)[] Pairs = [(Swallow, Llama), (Swallow, Gemma), (Swallow, Phi), (Swallow, Qwen), (Sarashina, Phi), (Sarashina, Gemma), (Sarashina, Llama), (Shisa, Llama)];

    public static int Run(EvaluationOptions options)
    {
        var answers = JudgedAnswers.Read(options);
        var prices = ReadPrices(options.PathOf("prices/prices.tsv"));
        var wording = new WordingLearner(answers.Rows, answers.Texts);
        var results = new List<ChoiceResult>();
        foreach (var (one, other) in Pairs)
        {
            var table = OutcomeTable.Of(answers.Rows, [one, other], row => Cost(row, answers.Prompts[row.Prompt].Tokens, prices[PricedAs[row.Route]]));
            string[] texts = [.. table.Prompts.Select(prompt => answers.Prompts[prompt].Text)];
            string[] kinds = [.. texts.Select(text => RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, text)]).Task.ToString())];
            var evaluation = new ChoiceEvaluation(table);
            foreach (var learner in (IGainLearner[])[new TaskKindGain(kinds), wording])
            {
                results.Add(evaluation.Run(one, other, learner));
                Console.Error.WriteLine($"{one} + {other}: {learner.Name}");
            }
        }

        foreach (var line in ChoiceReport.Markdown(results))
        {
            Console.WriteLine(line);
        }

        if (options.Rest.Count > 0)
        {
            File.WriteAllText(options.Rest[0], CurvePlot.Draw([.. results.GroupBy(result => (result.Cheap, result.Dear))]));
        }

        return 0;
    }

    // Input tokens are counted in o200k_base, as the output tokens of the table are.
    private static double? Cost(OutcomeRow row, int inputTokens, (double In, double Out) price) =>
        row.OutputTokens is { } output ? (inputTokens * price.In + output * price.Out) / 1_000_000 : null;

    private static Dictionary<string, (double In, double Out)> ReadPrices(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).ToDictionary(
            cells => cells[0],
            cells => (double.Parse(cells[4], CultureInfo.InvariantCulture), double.Parse(cells[5], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
}

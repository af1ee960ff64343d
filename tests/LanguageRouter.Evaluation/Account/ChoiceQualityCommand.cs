using System.Globalization;
using System.Text.Json;
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

    // Runs that the data's notes tell to leave out.
    private static readonly HashSet<string> Broken = new(StringComparer.Ordinal)
    {
        "weblab-GENIAC__Tanuki-8B-dpo-v1.0", "sbintuitions__sarashina2.2-3b", "tiiuae__Falcon-H1-0.5B-Instruct", "LiquidAI__LFM2-350M-ENJP-MT",
        "meta-llama__Llama-4-Scout-17B-16E", "AXCXEPT__Qwen3-EZO-8B-beta", "AXCXEPT__Qwen3-EZO-8B-beta-nothink", "openai__gpt-oss-20b",
    };

    private static readonly (string, string)[] Pairs = [(Swallow, Llama), (Swallow, Gemma), (Swallow, Phi), (Swallow, Qwen), (Sarashina, Phi), (Sarashina, Gemma), (Sarashina, Llama), (Shisa, Llama)];

    public static int Run(EvaluationOptions options)
    {
        var items = ReadItems(options.PathOf("ja-outcomes/items.jsonl"));
        var prices = ReadPrices(options.PathOf("prices/prices.tsv"));
        var rows = new List<OutcomeRow>();
        foreach (var judge in (string[])["gpt-4.1", "gpt-5.1"])
        {
            var file = options.PathOf($"ja-outcomes/outcomes-{judge}.jsonl");
            using var reader = File.OpenText(file);
            rows.AddRange(OutcomeReader.Read(reader, file, judge));
        }

        rows.RemoveAll(row => Broken.Contains(row.Route));
        var wording = new WordingLearner(rows, items.ToDictionary(item => item.Key, item => item.Value.Text, StringComparer.Ordinal));
        var results = new List<ChoiceResult>();
        foreach (var (one, other) in Pairs)
        {
            var table = OutcomeTable.Of(rows, [one, other], row => Cost(row, items[row.Prompt].Tokens, prices[PricedAs[row.Route]]));
            string[] texts = [.. table.Prompts.Select(prompt => items[prompt].Text)];
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

    private static Dictionary<string, (string Text, int Tokens)> ReadItems(string file) =>
        File.ReadLines(file).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToDictionary(
            item => item.GetProperty("item_id").GetString()!,
            item => (item.GetProperty("prompt_ja").GetString()!, item.GetProperty("prompt_tokens_o200k").GetInt32()),
            StringComparer.Ordinal);

    private static Dictionary<string, (double In, double Out)> ReadPrices(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).ToDictionary(
            cells => cells[0],
            cells => (double.Parse(cells[4], CultureInfo.InvariantCulture), double.Parse(cells[5], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
}

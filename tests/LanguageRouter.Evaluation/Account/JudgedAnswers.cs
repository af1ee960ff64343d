using System.Text.Json;
using LanguageRouter.Review.Evaluation;

namespace LanguageRouter.Evaluation.Account;

/// <summary>The public answers to Japanese prompts that two judges scored, without the runs that the data's notes tell to leave out.</summary>
internal sealed class JudgedAnswers
{
    private static readonly HashSet<string> Broken = new(StringComparer.Ordinal)
    {
        "weblab-GENIAC__Tanuki-8B-dpo-v1.0", "sbintuitions__sarashina2.2-3b", "tiiuae__Falcon-H1-0.5B-Instruct", "LiquidAI__LFM2-350M-ENJP-MT",
        "meta-llama__Llama-4-Scout-17B-16E", "AXCXEPT__Qwen3-EZO-8B-beta", "AXCXEPT__Qwen3-EZO-8B-beta-nothink", "openai__gpt-oss-20b",
    };

    private JudgedAnswers(Dictionary<string, JudgedPrompt> prompts, List<OutcomeRow> rows)
    {
        Prompts = prompts;
        Rows = rows;
    }

    public IReadOnlyDictionary<string, JudgedPrompt> Prompts { get; }

    public IReadOnlyList<OutcomeRow> Rows { get; }

    public Dictionary<string, string> Texts => Prompts.ToDictionary(prompt => prompt.Key, prompt => prompt.Value.Text, StringComparer.Ordinal);

    public static JudgedAnswers Read(EvaluationOptions options)
    {
        var prompts = File.ReadLines(options.PathOf("ja-outcomes/items.jsonl")).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToDictionary(
            item => item.GetProperty("item_id").GetString()!,
            item => new JudgedPrompt(item.GetProperty("prompt_ja").GetString()!, item.GetProperty("prompt_tokens_o200k").GetInt32(), $"{Text(item, "benchmark")} {Text(item, "category")}"),
            StringComparer.Ordinal);
        var rows = new List<OutcomeRow>();
        foreach (var judge in (string[])["gpt-4.1", "gpt-5.1"])
        {
            var file = options.PathOf($"ja-outcomes/outcomes-{judge}.jsonl");
            using var reader = File.OpenText(file);
            rows.AddRange(OutcomeReader.Read(reader, file, judge).Where(row => !Broken.Contains(row.Route)));
        }

        return new JudgedAnswers(prompts, rows);
    }

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

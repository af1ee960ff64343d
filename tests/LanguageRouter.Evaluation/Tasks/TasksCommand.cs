using System.Globalization;
using System.Text.Json;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Measures the task kinds against the kind that each set is known for: <c>tasks [--errors SET] [--development]</c>.</summary>
internal static class TasksCommand
{
    private static readonly TaskKind[] Kinds = Enum.GetValues<TaskKind>();
    private static readonly TaskKind[] Guarded = [TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay, TaskKind.Readings];

    public static int Run(EvaluationOptions options)
    {
        var errors = Value(options, "--errors");
        var development = options.Rest.Contains("--development", StringComparer.Ordinal);
        var items = TaskSets.All(options).Where(item => item.Development == development).ToList();
        var total = new Tally();
        var whole = new Tally();
        var others = 0;
        var guarded = new Dictionary<string, int>(StringComparer.Ordinal);
        Console.WriteLine(development ? "development halves" : "evaluation halves (not read while the phrases were written)");
        foreach (var set in items.GroupBy(item => item.Set))
        {
            var tally = new Tally();
            foreach (var item in set)
            {
                // Through the whole reading of a request, as an application meets it.
                var signals = RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, item.Text)]);
                var kind = signals.Task == item.Also ? item.Kind : signals.Task;
                tally.Add(item.Kind, kind);
                whole.Add(item.Kind, kind);
                if (!Guarded.Contains(item.Kind) && !(item.Also is { } also && Guarded.Contains(also)))
                {
                    others++;
                    guarded[set.Key] = guarded.GetValueOrDefault(set.Key) + (Guarded.Contains(kind) ? 1 : 0);
                }

                if (!set.Key.Contains("bare", StringComparison.Ordinal))
                {
                    total.Add(item.Kind, kind);
                }

                if (kind != item.Kind && errors is not null && set.Key.StartsWith(errors, StringComparison.Ordinal) && (development || options.Rest.Contains("--blind", StringComparer.Ordinal)))
                {
                    var text = development ? item.Text.ReplaceLineEndings("/") : "";
                    Console.WriteLine($"  {item.Kind} => {signals.Task} {signals.TaskEvidence}: {text[..Math.Min(text.Length, 160)]}");
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Key,-26} n {tally.Count,5}  accuracy {tally.Accuracy:0.000}  macro-F1 {tally.MacroF1(Kinds):0.000}  {tally.Confusions()}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all sets but the bare questions, pooled: n {total.Count}, accuracy {total.Accuracy:0.000}, macro-F1 of the kinds with 20 items or more {total.MacroF1(Kinds.Where(kind => total.Gold(kind) >= 20)):0.000}"));
        foreach (var kind in Kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} n {total.Gold(kind),5}  precision {total.Precision(kind):0.000}  recall {total.Recall(kind):0.000}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with the bare questions: n {whole.Count}, accuracy {whole.Accuracy:0.000}, macro-F1 of the kinds with 20 items or more {whole.MacroF1(Kinds.Where(kind => whole.Gold(kind) >= 20)):0.000}, of all {whole.MacroF1(Kinds):0.000}; {whole.Confusions()}"));
        foreach (var kind in Kinds.Where(kind => whole.Gold(kind) >= 20))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} n {whole.Gold(kind),5}  precision {whole.Precision(kind):0.000}  recall {whole.Recall(kind):0.000}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"other kinds taken for a request about wording: {guarded.Values.Sum()} of {others} ({(double)guarded.Values.Sum() / others:P1}): {string.Join(", ", guarded.Where(pair => pair.Value > 0).Select(pair => $"{pair.Key} {pair.Value}"))}"));
        ReportOutcomes(options);
        ProtectiveRequests.Report(development ? "development" : "evaluation", development && errors is not null);
        return 0;
    }

    // Of these 187 prompts only some have a known kind; a person reads the short list of the protected ones.
    private static void ReportOutcomes(EvaluationOptions options)
    {
        var found = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(options.PathOf("ja-outcomes/items.jsonl")))
        {
            using var record = JsonDocument.Parse(line);
            var kind = RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, record.RootElement.GetProperty("prompt_ja").GetString()!)]).Task;
            count++;
            if (Guarded.Contains(kind))
            {
                found.Add($"{record.RootElement.GetProperty("item_id").GetString()} {kind}");
            }
        }

        Console.WriteLine($"ja-outcomes: {found.Count} of {count} prompts protected: {string.Join(", ", found)}");
    }

    private static string? Value(EvaluationOptions options, string name)
    {
        for (var i = 0; i + 1 < options.Rest.Count; i++)
        {
            if (options.Rest[i] == name)
            {
                return options.Rest[i + 1];
            }
        }

        return null;
    }
}

using System.Globalization;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Measures the task kinds against the kind that each set is known for: <c>tasks [--errors SET] [--development]</c>.</summary>
internal static class TasksCommand
{
    private static readonly TaskKind[] Kinds = Enum.GetValues<TaskKind>();

    public static int Run(EvaluationOptions options)
    {
        var errors = Value(options, "--errors");
        var development = options.Rest.Contains("--development", StringComparer.Ordinal);
        var items = TaskSets.All(options).Where(item => item.Development == development).ToList();
        var total = new Tally();
        Console.WriteLine(development ? "development halves" : "evaluation halves (not read while the phrases were written)");
        foreach (var set in items.GroupBy(item => item.Set))
        {
            var tally = new Tally();
            foreach (var item in set)
            {
                var finding = TaskKindClassifier.Classify(item.Text, item.Context);
                var kind = finding.Kind == item.Also ? item.Kind : finding.Kind;
                tally.Add(item.Kind, kind);
                if (!set.Key.Contains("bare", StringComparison.Ordinal))
                {
                    total.Add(item.Kind, kind);
                }

                if (kind != item.Kind && errors is not null && set.Key.StartsWith(errors, StringComparison.Ordinal) && (development || options.Rest.Contains("--blind", StringComparer.Ordinal)))
                {
                    var text = development ? item.Text.ReplaceLineEndings("/") : "";
                    Console.WriteLine($"  {item.Kind} => {finding.Kind} {finding.Evidence}: {text[..Math.Min(text.Length, 160)]}");
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Key,-26} n {tally.Count,5}  accuracy {tally.Accuracy:0.000}  macro-F1 {tally.MacroF1(Kinds):0.000}  {tally.Confusions()}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all sets but the bare questions, pooled: n {total.Count}, accuracy {total.Accuracy:0.000}, macro-F1 of the kinds with 20 items or more {total.MacroF1(Kinds.Where(kind => total.Gold(kind) >= 20)):0.000}"));
        foreach (var kind in Kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} n {total.Gold(kind),5}  precision {total.Precision(kind):0.000}  recall {total.Recall(kind):0.000}"));
        }

        ProtectiveRequests.Report(development ? "development" : "evaluation", development && errors is not null);
        return 0;
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

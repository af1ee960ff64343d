using System.Globalization;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Measures the task kinds on requests by other authors, through the whole reading of a request: <c>tasks-blind FILE [--errors]</c>.</summary>
/// <remarks>A line is a kind in kebab case, a tab and the request. Protected are the kinds that the shipped priors deny to translation as requests about wording.</remarks>
internal static class BlindCommand
{
    private static readonly TaskKind[] Protective = [TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay];
    private static readonly TaskKind[] Guarded = [TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay, TaskKind.Readings];

    public static int Run(EvaluationOptions options)
    {
        var kinds = Enum.GetValues<TaskKind>();
        var names = kinds.ToDictionary(TrainingTexts.KebabCase, StringComparer.Ordinal);
        var tally = new Tally();
        var (wrongly, others) = (0, 0);
        var guarded = kinds.ToDictionary(kind => kind, _ => 0);
        foreach (var row in File.ReadLines(options.Rest[0]).Select(line => line.Split('\t')).Where(row => row.Length == 2 && names.ContainsKey(row[0])))
        {
            var kind = names[row[0]];
            var signals = RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, row[1].Replace("\\n", "\n", StringComparison.Ordinal))]);
            tally.Add(kind, signals.Task);
            guarded[kind] += Guarded.Contains(signals.Task) ? 1 : 0;
            others += Guarded.Contains(kind) ? 0 : 1;
            wrongly += !Guarded.Contains(kind) && Guarded.Contains(signals.Task) ? 1 : 0;
            if (signals.Task != kind && options.Rest.Contains("--errors"))
            {
                Console.WriteLine($"  {row[0]} => {signals.Task} {signals.TaskEvidence}: {row[1][..Math.Min(row[1].Length, 140)]}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Count} requests: accuracy {tally.Accuracy:0.000}, macro-F1 {tally.MacroF1(kinds):0.000}; {tally.Confusions()}"));
        foreach (var kind in kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} n {tally.Gold(kind),4}  precision {tally.Precision(kind):0.000}  recall {tally.Recall(kind):0.000}{(Protective.Contains(kind) ? $"  protected {(double)guarded[kind] / tally.Gold(kind):0.000}" : "")}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"requests of other kinds: {others}, taken for one about wording {wrongly} ({(double)wrongly / others:P1})"));
        return 0;
    }
}

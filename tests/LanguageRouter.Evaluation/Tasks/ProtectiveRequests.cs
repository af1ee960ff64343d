using System.Globalization;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Measures the requests that must be recognised because another path would destroy them, and the hard negatives beside them.</summary>
/// <remarks>The texts are the test data of LanguageRouter.Tests; the evaluation half was written before the phrases were tuned and is never printed.</remarks>
internal static class ProtectiveRequests
{
    private static readonly TaskKind[] Protective = [TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay, TaskKind.Readings];

    public static void Report(string half, bool showErrors)
    {
        var rows = File.ReadLines(Path.Combine(Folder(), $"protective-{half}.tsv")).Select(line => line.Split('\t')).ToList();
        foreach (var group in rows.GroupBy(row => row[0]))
        {
            var (right, guarded) = (0, 0);
            foreach (var row in group)
            {
                var text = row[1].Replace("\\n", "\n", StringComparison.Ordinal);
                var finding = TaskKindClassifier.Classify(text, default);
                var negative = group.Key == "None";
                var ok = negative ? finding.Kind is not (TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay) : finding.Kind.ToString() == group.Key;
                right += ok ? 1 : 0;
                guarded += Protective.Contains(finding.Kind) ? 1 : 0;
                if (!ok && showErrors)
                {
                    Console.WriteLine($"  {group.Key} => {finding.Kind} {finding.Evidence}: {row[1]}");
                }
            }

            var count = group.Count();
            Console.WriteLine(group.Key == "None"
                ? string.Create(CultureInfo.InvariantCulture, $"{half} hard negatives: n {count}, falsely translation, keigo or wordplay {count - right} ({(double)(count - right) / count:P1})")
                : string.Create(CultureInfo.InvariantCulture, $"{half} {group.Key} requests: n {count}, recall {(double)right / count:0.000}, under any protective kind {(double)guarded / count:0.000}"));
        }
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Router.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "LanguageRouter.Tests", "Signals", "Tasks");
            }
        }

        throw new DirectoryNotFoundException("No folder above the program holds Router.sln.");
    }
}

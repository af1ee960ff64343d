using System.Globalization;
using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Measures language detection on the reference data and prints a table.</summary>
internal static class LanguagesCommand
{
    public static int Run(EvaluationOptions options)
    {
        List<string> rest = [.. options.Rest.Where(word => word != "--sealed")];
        var withSealed = rest.Count < options.Rest.Count;
        var errors = rest.Count > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 0;
        var filter = rest.Count > 1 ? rest[1] : "";
        List<LanguageCase> lid = [.. LidRows.Read(options)];
        Table("Reference sets (no text of them was trained on)", lid.Where(row => !row.Set.Contains("han-run", StringComparison.Ordinal)), errors, filter);
        HanRuns.Print(lid.Where(row => row.Set.Contains("han-run", StringComparison.Ordinal)), "han-run".Contains(filter, StringComparison.Ordinal) ? errors : 0);
        Table("Sets built from the reference data", BuiltSets.All(options), errors, filter);
        Table("Instructions of other authors around a passage, and Latin letters that instruct nothing", InstructionSets.Development(options).Concat(InstructionSets.Held(options)).Select(item => item.AsCase()), errors, filter);
        if (withSealed)
        {
            Table("The same, sealed", InstructionSets.Sealed(options).Select(item => item.AsCase()), 0, "");
        }

        Confidence("Kanji runs: confidence against accuracy", lid.Where(row => row.Set.Contains("han-run", StringComparison.Ordinal) && !row.Expected.Contains('|')));
        Confidence("Sentences: confidence against accuracy", lid.Where(row => row.Set.Contains("sentence", StringComparison.Ordinal)));
        Confidence("Built sets: confidence against accuracy", BuiltSets.All(options));
        Console.WriteLine();
        RomajiRequests.Print("romaji-development.tsv", "romaji-development".Contains(filter, StringComparison.Ordinal) ? errors : 0);
        RomajiRequests.Print("romaji.tsv", 0);
        return 0;
    }

    private static void Table(string title, IEnumerable<LanguageCase> cases, int errors, string filter)
    {
        Console.WriteLine($"\n{title}\n{"set",-40}{"lang",-9}{"n",6}{"right %",9}{"false ja %",11}{"und %",7}");
        foreach (var group in cases.GroupBy(c => (c.Set, c.Expected)))
        {
            var right = 0;
            var japanese = 0;
            var undetermined = 0;
            var shown = 0;
            var count = 0;
            foreach (var item in group)
            {
                var found = LanguageDetector.Default.Detect(item.Text);
                count++;
                undetermined += found.IsUndetermined ? 1 : 0;
                if (IsRight(found.Tag, item.Expected))
                {
                    right++;
                    continue;
                }

                japanese += found.Tag.StartsWith("ja", StringComparison.Ordinal) ? 1 : 0;
                if (item.Set.Contains(filter, StringComparison.Ordinal) && shown++ < errors)
                {
                    Console.WriteLine($"    {found.Tag} {found.Confidence:F2} <- {item.Text.ReplaceLineEndings("\\n")}");
                }
            }

            Console.WriteLine($"{group.Key.Set,-40}{group.Key.Expected,-9}{count,6}{100.0 * right / count,9:F2}{100.0 * japanese / count,11:F2}{100.0 * undetermined / count,7:F2}");
        }
    }

    private static void Confidence(string title, IEnumerable<LanguageCase> cases)
    {
        Console.WriteLine($"\n{title}\n{"confidence",-16}{"n",6}{"mean conf.",12}{"right %",9}");
        foreach (var bucket in cases.Select(item => (item.Expected, Found: LanguageDetector.Default.Detect(item.Text))).Where(pair => !pair.Found.IsUndetermined).GroupBy(pair => Math.Min(9, (int)(pair.Found.Confidence * 10))).OrderBy(group => group.Key))
        {
            Console.WriteLine($"{bucket.Key / 10.0:F1} to {(bucket.Key + 1) / 10.0,-9:F1}{bucket.Count(),6}{bucket.Average(pair => pair.Found.Confidence),12:F3}{100.0 * bucket.Count(pair => pair.Found.Tag[..2] == pair.Expected[..2]) / bucket.Count(),9:F2}");
        }
    }

    // "zh" in the reference data does not say which script.
    private static bool IsRight(string found, string expected) => found == expected || (expected == "zh" && found.StartsWith("zh-", StringComparison.Ordinal));
}

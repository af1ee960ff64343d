using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Measures Japanese against Chinese on strings of Han characters alone.</summary>
internal static class HanRuns
{
    public static void Print(IEnumerable<LanguageCase> cases, int errors)
    {
        Console.WriteLine($"\nHan characters alone\n{"length",-8}{"lang",-22}{"n",6}{"verdict %",11}{"right of verdicts %",21}{"script right %",16}");
        foreach (var length in cases.GroupBy(c => c.Text.Length <= 4 ? "2-4" : "5+").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            double accuracy = 0;
            var verdicts = 0;
            var rows = 0;
            foreach (var group in length.GroupBy(c => c.Expected.Contains('|') ? c.Expected : c.Expected).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var found = group.Select(c => LanguageDetector.Default.Detect(c.Text).Tag).ToList();
                var given = found.Count(tag => tag != "und");
                var expected = group.Key[..2];
                var right = found.Count(tag => tag[..2] == expected);
                var script = found.Count(tag => tag == group.Key);
                Console.WriteLine($"{length.Key,-8}{group.Key,-22}{found.Count,6}{100.0 * given / found.Count,11:F1}{100.0 * right / Math.Max(1, given),21:F2}{100.0 * script / found.Count,16:F1}");
                foreach (var (item, tag) in group.Zip(found).Where(pair => pair.Second[..2] != expected).Take(errors))
                {
                    Console.WriteLine($"    {tag} <- {item.Text}");
                }

                if (group.Key.Contains('|'))
                {
                    continue;
                }

                rows += found.Count;
                verdicts += given;
            }

            // Balanced over the two languages, the two Chinese scripts together.
            foreach (var language in (string[])["ja", "zh"])
            {
                var found = length.Where(c => !c.Expected.Contains('|') && c.Expected.StartsWith(language, StringComparison.Ordinal)).Select(c => LanguageDetector.Default.Detect(c.Text).Tag).Where(tag => tag != "und").ToList();
                accuracy += found.Count == 0 ? 0 : 0.5 * found.Count(tag => tag.StartsWith(language, StringComparison.Ordinal)) / found.Count;
            }

            Console.WriteLine($"{length.Key,-8}{"balanced, ja : zh",-22}{rows,6}{100.0 * verdicts / Math.Max(1, rows),11:F1}{100 * accuracy,21:F2}");
        }
    }
}

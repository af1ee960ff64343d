using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Measures romaji against its look-alikes, on requests written for this project.</summary>
internal static class RomajiRequests
{
    /// <summary>Prints the table of a file beside this one: <c>romaji.tsv</c>, or <c>romaji-development.tsv</c>, which constants may be chosen on.</summary>
    public static void Print(string file, int errors)
    {
        var rows = File.ReadLines(Path.Combine(RepositoryRoot(), "tests", "LanguageRouter.Evaluation", "Languages", file)).Select(line => line.Split('\t')).ToList();
        foreach (var group in rows.GroupBy(row => row[0]))
        {
            var romaji = 0;
            foreach (var text in group.Select(row => row[1]))
            {
                var found = LanguageDetector.Default.Detect(text);
                var isRomaji = found.Tag == "ja-Latn";
                romaji += isRomaji ? 1 : 0;
                if (isRomaji != (group.Key == "ja-Latn") && errors-- > 0)
                {
                    Console.WriteLine($"    {found.Tag} {found.Confidence:F2} <- {text}");
                }
            }

            Console.WriteLine($"{file,-28}{group.Key,-9}{group.Count(),6}  found romaji {100.0 * romaji / group.Count(),6:F1} %");
        }
    }

    /// <summary>The folder of the repository.</summary>
    public static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Router.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run it inside the repository: no folder above the program holds Router.sln.");
        }

        return folder;
    }
}

namespace LanguageRouter.Tests.Signals.Tasks;

/// <summary>The committed requests that must be recognised, and the hard negatives beside them.</summary>
internal static class ProtectiveRows
{
    public static IReadOnlyList<(string Kind, string Text)> Read(string half)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Router.sln")))
            {
                var path = Path.Combine(folder.FullName, "tests", "LanguageRouter.Tests", "Signals", "Tasks", $"protective-{half}.tsv");
                return [.. File.ReadLines(path).Select(line => line.Split('\t')).Select(row => (row[0], row[1].Replace("\\n", "\n", StringComparison.Ordinal)))];
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Router.sln.");
    }
}

namespace LanguageRouter.Tests.Signals.Languages;

/// <summary>Finds the reference data beside the repository; tests that need it are skipped, visibly, where it is missing.</summary>
internal static class ReferenceData
{
    /// <summary>Reads the language identification set: source and kind, language, text.</summary>
    public static List<(string Set, string Language, string Text)> Lid()
    {
        var file = Path.Combine(Root(), "..", "shared", "data", "lid", "lid.tsv");
        if (!File.Exists(file))
        {
            Assert.Skip("The reference data (../shared/data/lid) is missing.");
        }

        return [.. File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Select(fields => ($"{fields[0]} {fields[1]}", fields[2], fields[4]))];
    }

    /// <summary>Gets the repository's root.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Router.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests holds Router.sln.");
        }

        return folder;
    }
}

using System.Text.Json;

namespace LanguageRouter.Tests.Tokens;

/// <summary>The texts of the reference data beside the repository; a test that needs them is skipped where they are missing.</summary>
internal static class ReferenceTexts
{
    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        // A worktree lies one level deeper than a clone.
        for (var parent = folder?.Parent; parent is not null; parent = parent.Parent)
        {
            var path = Path.Combine(parent.FullName, "shared", "data", relative);
            if (Path.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"The reference data ../shared/data/{relative} is missing.");
        return string.Empty;
    }

    /// <summary>Gets every distinct string of the JSON lines and every line of the tables.</summary>
    public static IReadOnlyList<string> All()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(PathOf(string.Empty), "*", SearchOption.AllDirectories))
        {
            if (file.EndsWith(".tsv", StringComparison.Ordinal))
            {
                texts.UnionWith(File.ReadLines(file));
            }
            else if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                foreach (var line in File.ReadLines(file))
                {
                    using var document = JsonDocument.Parse(line);
                    Add(document.RootElement, texts);
                }
            }
        }

        return [.. texts];
    }

    private static void Add(JsonElement element, HashSet<string> texts)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            texts.Add(element.GetString()!);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Add(item, texts);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Add(property.Value, texts);
            }
        }
    }
}

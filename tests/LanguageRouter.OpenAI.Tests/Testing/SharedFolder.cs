using System.Text.Json;

namespace LanguageRouter.OpenAI.Tests.Testing;

/// <summary>The folder beside the repository with reference data and the test engine; it may be missing.</summary>
internal static class SharedFolder
{
    /// <summary>The path below the folder; null where it does not exist.</summary>
    public static string? Find(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        if (folder?.Parent is not { } parent)
        {
            return null;
        }

        var path = Path.Combine([parent.FullName, "shared", .. parts]);
        return Path.Exists(path) ? path : null;
    }

    /// <summary>The first texts of a file of JSON lines: every string value but identifiers. The test is skipped where the file is missing.</summary>
    public static IReadOnlyList<string> Texts(int count, params string[] parts)
    {
        var path = Find(["data", .. parts]);
        if (path is null)
        {
            Assert.Skip($"Reference data missing: shared/data/{string.Join('/', parts)}");
        }

        var texts = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            Add(document.RootElement, texts);
            if (texts.Count >= count)
            {
                break;
            }
        }

        return [.. texts.Take(count)];
    }

    private static void Add(JsonElement element, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when element.GetString() is { Length: > 0 } text:
                texts.Add(text);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => property.Name != "id"))
                {
                    Add(property.Value, texts);
                }

                break;
        }
    }
}

using System.Text.Json;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>Reads the reference data beside the repository; a test that needs missing data is skipped.</summary>
internal static class ReferenceData
{
    public static string PathOf(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        foreach (var root in new[] { folder?.Parent, folder?.Parent?.Parent })
        {
            var path = root is null ? "" : Path.Combine(root.FullName, "shared", "data", relative);
            if (File.Exists(path) || Directory.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"reference data {relative} missing");
        return "";
    }

    public static IEnumerable<JsonElement> Lines(string relative) =>
        File.ReadLines(PathOf(relative)).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement);

    public static IEnumerable<string> Answers() =>
        Directory.GetFiles(PathOf("ja-answers"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(f => File.ReadLines(f)).Where(l => l.Length > 0)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("answer").GetString()!);
}

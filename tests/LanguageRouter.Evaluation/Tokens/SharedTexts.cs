using System.Text.Json;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Every text of the reference data, by set: all string values of its JSON lines, all fields of its tables.</summary>
internal static class SharedTexts
{
    public static IReadOnlyList<(string Set, string Text)> Load(EvaluationOptions options)
    {
        var texts = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(options.DataFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var set = Path.GetRelativePath(options.DataFolder, file);
            if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                foreach (var line in File.ReadLines(file))
                {
                    using var document = JsonDocument.Parse(line);
                    Add(document.RootElement, set, texts);
                    texts.Add((set, line));
                }
            }
            else if (file.EndsWith(".tsv", StringComparison.Ordinal))
            {
                foreach (var line in File.ReadLines(file))
                {
                    texts.Add((set, line));
                    texts.AddRange(line.Split('\t').Select(field => (set, field)));
                }
            }
            else if (file.EndsWith(".md", StringComparison.Ordinal))
            {
                texts.Add((set, File.ReadAllText(file)));
            }
        }

        return texts;
    }

    private static void Add(JsonElement element, string set, List<(string Set, string Text)> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add((set, element.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(item, set, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(property.Value, set, texts);
                }

                break;
        }
    }
}

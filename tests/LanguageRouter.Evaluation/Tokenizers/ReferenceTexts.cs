using System.Text.Json;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>Every distinct text of the reference data: the strings of all JSON lines and the text column of tables.</summary>
internal static class ReferenceTexts
{
    public static List<string> Read(string dataFolder)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(dataFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            switch (Path.GetExtension(path))
            {
                case ".jsonl":
                    foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
                    {
                        using var document = JsonDocument.Parse(line);
                        Collect(document.RootElement, texts);
                    }

                    break;
                case ".tsv":
                    texts.UnionWith(File.ReadLines(path).SelectMany(line => line.Split('\t')));
                    break;
            }
        }

        texts.Remove(string.Empty);
        return [.. texts];
    }

    private static void Collect(JsonElement element, HashSet<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(element.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, texts);
                }

                break;
        }
    }
}

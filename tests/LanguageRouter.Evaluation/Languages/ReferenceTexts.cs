using System.Text.Json;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Reads texts out of the JSON lines of the reference data.</summary>
internal static class ReferenceTexts
{
    /// <summary>Reads one text of each line: a string field, or the first string of an array field.</summary>
    public static List<string> Read(EvaluationOptions options, string file, string field)
    {
        var texts = new List<string>();
        foreach (var line in File.ReadLines(options.PathOf(file)))
        {
            using var document = JsonDocument.Parse(line);
            if (!document.RootElement.TryGetProperty(field, out var value))
            {
                continue;
            }

            value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}

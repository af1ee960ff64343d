using System.Text.Json;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Japanese and English texts of the reference data by set, the language judged by the characters.</summary>
internal static class LabelledTexts
{
    public static IReadOnlyList<(string Set, string Language, string Corpus)> Load(EvaluationOptions options)
    {
        var texts = new List<(string Set, string Text)>();
        foreach (var file in Directory.EnumerateFiles(options.DataFolder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var set = Path.GetFileNameWithoutExtension(file);
            if (set.StartsWith("outcomes", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var line in File.ReadLines(file))
            {
                using var document = JsonDocument.Parse(line);
                Add(document.RootElement, set, texts);
            }
        }

        foreach (var line in File.ReadLines(options.PathOf("lid/lid.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            if (fields[2] is "ja" or "en" && fields[1] == "sentence")
            {
                texts.Add(("lid " + fields[0], fields[4]));
            }
        }

        return
        [
            .. texts.DistinctBy(t => t.Text, StringComparer.Ordinal)
                .Select(t => (t.Set, t.Text, Language: LanguageOf(t.Text)))
                .Where(t => t.Language.Length > 0)
                .GroupBy(t => (t.Set, t.Language))
                .Select(g => (g.Key.Set, g.Key.Language, Corpus: string.Join('\n', g.Select(t => t.Text))))
                .Where(g => g.Corpus.Length > 5_000)
                .OrderBy(g => g.Language, StringComparer.Ordinal).ThenBy(g => g.Set, StringComparer.Ordinal),
        ];
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
                    if (!property.Name.StartsWith("zh", StringComparison.Ordinal) && property.Name is not ("ko" or "id" or "item_id" or "task_id"))
                    {
                        Add(property.Value, set, texts);
                    }
                }

                break;
        }
    }

    private static string LanguageOf(string text)
    {
        var kana = text.Count(c => c is >= '\u3041' and <= '\u30FE');
        var ascii = text.Count(char.IsAscii);
        return text.Length > 0 && kana > text.Length / 10 ? "ja" : text.Length > 20 && ascii > text.Length * 0.97 && text.Contains(' ', StringComparison.Ordinal) ? "en" : string.Empty;
    }
}

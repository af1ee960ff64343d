using System.Text;
using System.Text.Json;

namespace LanguageRouter.Benchmarks;

/// <summary>Long texts to count: from the reference data beside the repository, else made of sentences in this file.</summary>
internal static class TokenCorpora
{
    private static readonly string[] Japanese =
    [
        "この会議では、来月の予定について話し合い、担当者を決めました。", "新しい図書館は、駅から歩いて五分のところにあります。", "データベースの設計を見直すと、検索の速度が大きく改善されます。",
        "雨が降りそうなので、傘を持って出かけたほうがよいでしょう。", "山田さんは京都の大学で歴史を教えています。", "プログラムの誤りを見つけるには、まず小さな例で試してください。",
    ];

    private static readonly string[] English =
    [
        "The meeting settled the plan for next month and who takes care of it. ", "The new library is a five minute walk from the station. ", "A better schema makes the queries of this database much faster. ",
        "It looks like rain, so you had better take an umbrella. ", "Mr. Yamada teaches history at a university in Kyoto. ", "To find a fault in a program, try it on a small example first. ",
    ];

    private static readonly string[] Code =
    [
        "def mean(values: list[float]) -> float:\n    return sum(values) / len(values)\n\n", "for (var i = 0; i < items.Count; i++)\n{\n    total += items[i].Price;\n}\n", "if name not in cache:\n    cache[name] = load(name)\n",
        "public static int Max(int a, int b) => a > b ? a : b;\n", "const response = await fetch(`/api/items/${id}`);\n", "SELECT name, COUNT(*) FROM orders GROUP BY name;\n",
    ];

    /// <summary>Gets a text of a kind, of at least a length.</summary>
    public static string Load(string kind, int length)
    {
        var text = new StringBuilder();
        foreach (var real in Real(kind).Distinct(StringComparer.Ordinal))
        {
            text.Append(real).Append('\n');
        }

        // Sentences in ever new order with numbers: better than nothing, but a cache of words gains from them.
        var random = new Random(1);
        while (text.Length < length)
        {
            var made = kind switch { "Japanese" => Japanese, "English" => English, "code" => Code, _ => [.. Japanese, .. English] };
            text.Append(made[random.Next(made.Length)]).Append(random.Next(100_000));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Real(string kind)
    {
        var folder = Folder();
        if (folder is null)
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var document = JsonDocument.Parse(line);
                foreach (var text in Strings(document.RootElement))
                {
                    if (text.Length > 40 && KindOf(text) == kind)
                    {
                        yield return text;
                    }
                }
            }
        }
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings).ToList(),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)).ToList(),
        _ => [],
    };

    private static string KindOf(string text)
    {
        var japanese = (double)text.Count(c => c is >= '\u3000' and <= '\u9FFF') / text.Length;
        return text.Contains("def ", StringComparison.Ordinal) || text.Contains("return ", StringComparison.Ordinal) ? "code"
            : japanese > 0.8 ? "Japanese"
            : japanese > 0.3 ? "mixed"
            : japanese == 0 && text.All(char.IsAscii) ? "English" : string.Empty;
    }
}

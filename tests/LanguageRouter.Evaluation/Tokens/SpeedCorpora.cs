using System.Text;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Long texts of four kinds, each of distinct texts of the reference data in their order.</summary>
internal static class SpeedCorpora
{
    private const int Largest = 600_000;

    public static IReadOnlyList<(string Name, string Corpus)> Load(EvaluationOptions options)
    {
        var texts = SharedTexts.Load(options).Where(t => !t.Text.StartsWith('{')).DistinctBy(t => t.Text, StringComparer.Ordinal).ToList();
        return
        [
            ("Japanese", Join(texts.Where(t => t.Text.Length > 20 && Share(t.Text, IsJapanese) > 0.8).Select(t => t.Text))),
            ("English", Join(texts.Where(t => t.Text.Length > 40 && !t.Set.Contains("humaneval", StringComparison.Ordinal) && Share(t.Text, char.IsAscii) > 0.98 && Share(t.Text, char.IsAsciiLetter) > 0.7).Select(t => t.Text))),
            ("mixed", Join(texts.Where(t => t.Text.Length > 40 && Share(t.Text, IsJapanese) is > 0.3 and < 0.8).Select(t => t.Text))),
            ("code", Join(texts.Where(t => t.Text.Contains("def ", StringComparison.Ordinal) || t.Text.Contains("return ", StringComparison.Ordinal)).Select(t => t.Text))),
        ];
    }

    private static double Share(string text, Func<char, bool> kind) => (double)text.Count(kind) / text.Length;

    private static bool IsJapanese(char unit) => unit is >= '\u3000' and <= '\u9FFF' or >= '\uFF00' and <= '\uFFEF';

    private static string Join(IEnumerable<string> texts)
    {
        var joined = new StringBuilder();
        foreach (var text in texts)
        {
            joined.Append(text).Append('\n');
            if (joined.Length > Largest)
            {
                break;
            }
        }

        return joined.ToString();
    }
}

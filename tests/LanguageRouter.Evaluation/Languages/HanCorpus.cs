using System.Net;
using System.Text.RegularExpressions;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>The runs of Han characters in a folder of HTML pages, by how often they stand there.</summary>
/// <remarks>On Debian: packages libreoffice-help-ja, -zh-cn and -zh-tw (MPL-2.0), folders help/ja, help/zh-CN, help/zh-TW.</remarks>
internal static partial class HanCorpus
{
    public static IEnumerable<(string Word, double Weight)> Read(string folder)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = WebUtility.HtmlDecode(Tags().Replace(Inline().Replace(Scripts().Replace(File.ReadAllText(file), "\n"), ""), "\n"));
            foreach (var line in text.Split('\n'))
            {
                // Menus and notes stand on every page: each line counts once.
                if (!seen.Add(line))
                {
                    continue;
                }

                foreach (Match run in Runs().Matches(line))
                {
                    counts[run.Value] = counts.GetValueOrDefault(run.Value) + 1;
                }
            }
        }

        // Square roots: a manual repeats the terms of its subject.
        return counts.Select(pair => (pair.Key, Math.Sqrt(pair.Value)));
    }

    [GeneratedRegex("<(script|style).*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("</?(span|b|em|strong|i|a|code|sub|sup)\\b[^>]*>")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("[\\u3400-\\u9FFF々〇]{1,40}")]
    private static partial Regex Runs();
}

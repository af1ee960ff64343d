using System.Text.RegularExpressions;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Strings of Han characters for choosing how the Han model is trained and where its verdicts begin; none of them is in the set of the bars.</summary>
/// <remarks>
/// Japanese: the runs between kana of FLORES devtest and of the Japanese prompts. Chinese: windows of two to six characters of FLORES devtest in both scripts and of
/// lingua's sentences. Like in the set of the bars (FLORES dev), a string seen in the other language is left out.
/// </remarks>
internal static partial class HanDevelopment
{
    private const int WindowsASentence = 4;

    public static List<LanguageCase> Read(EvaluationOptions options)
    {
        var random = new Random(7);
        var parallel = Path.Combine("ja-en-parallel", "flores-devtest.jsonl");
        var rows = LidRows.Read(options).ToList();
        HashSet<string> barred = [.. rows.Where(row => row.Set.Contains("han-run", StringComparison.Ordinal)).Select(row => row.Text)];
        var japanese = ReferenceTexts.Read(options, parallel, "ja");
        List<(string Set, string Text)> chinese = [.. ReferenceTexts.Read(options, parallel, "zh_hans").Concat(ReferenceTexts.Read(options, parallel, "zh_hant")).Select(text => ("flores", text)),
            .. rows.Where(row => row.Set == "lingua sentence" && row.Expected == "zh").Select(row => ("lingua", row.Text))];
        var allJapanese = string.Join('\n', japanese);
        var allChinese = string.Join('\n', chinese.Select(row => row.Text));

        List<LanguageCase> cases = [.. japanese.SelectMany(Runs).Select(run => new LanguageCase("flores", "ja", run)), .. Prompts(options).SelectMany(Runs).Select(run => new LanguageCase("prompts", "ja", run))];
        foreach (var (set, text) in chinese)
        {
            var runs = Runs(text).ToList();
            for (var i = 0; i < WindowsASentence && runs.Count > 0; i++)
            {
                var run = runs[random.Next(runs.Count)];
                var length = Math.Min(run.Length, random.Next(2, 7));
                cases.Add(new LanguageCase(set, "zh", run.Substring(random.Next(run.Length - length + 1), length)));
            }
        }

        return [.. cases.DistinctBy(row => (row.Set, row.Expected, row.Text))
            .Where(row => (row.Expected == "zh" || row.Text.Length <= 8) && !barred.Contains(row.Text) && !(row.Expected == "ja" ? allChinese : allJapanese).Contains(row.Text, StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Prompts(EvaluationOptions options) =>
        Directory.EnumerateFiles(options.PathOf("ja-prompts")).Order(StringComparer.Ordinal).SelectMany(File.ReadLines);

    private static IEnumerable<string> Runs(string text) => Han().Matches(text).Select(match => match.Value);

    [GeneratedRegex("[\\u3400-\\u9FFF々〇]{2,}")]
    private static partial Regex Han();
}

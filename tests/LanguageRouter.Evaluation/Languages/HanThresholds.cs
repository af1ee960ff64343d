using System.Globalization;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Chooses the shift that balances Japanese and Chinese, and the log odds from which a verdict is given.</summary>
/// <remarks>
/// Usage: han-thresholds [TABLE]. The shift, and a slope beside it, make the logistic loss of the development strings smallest (every source counts alike in its language),
/// which moves less with single strings than the accuracy does. Of the set of the bars only
/// the share of verdicts is looked at, which needs no label; what is printed about its accuracy chose nothing.
/// </remarks>
internal static class HanThresholds
{
    // A little more than the bars ask (80 and 95 %), since the share varies with the strings.
    private static readonly (string Name, int Shortest, int Longest, double Share)[] Lengths = [("2-4", 2, 4, 0.825), ("5+", 5, 99, 0.96)];

    public static int Run(EvaluationOptions options)
    {
        var model = options.Rest.Count > 0 ? HanModel.Read(File.ReadAllBytes(options.Rest[0])) : HanModel.Default;
        var development = Score(model, HanDevelopment.Read(options));
        var barred = Score(model, LidRows.Read(options).Where(row => row.Set.Contains("han-run", StringComparison.Ordinal) && !row.Expected.Contains('|')));
        foreach (var (name, shortest, longest, wanted) in Lengths)
        {
            bool Fits(Scored row) => row.Text.Length >= shortest && row.Text.Length <= longest;
            List<Scored> strings = [.. development.Where(Fits)];
            List<Scored> all = [.. barred.Where(Fits)];
            List<Scored> first = [.. all.Where(row => IsFirstHalf(row.Text))];
            List<Scored> second = [.. all.Where(row => !IsFirstHalf(row.Text))];
            var best = (Loss: double.MaxValue, Shift: 0f, Slope: 0f);
            for (var (step, slope) = (-30, 0.4f); step <= 40; (step, slope) = slope < 1.2f ? (step, slope + 0.1f) : (step + 1, 0.4f))
            {
                if (Loss(strings, step / 10f, slope) is var loss && loss < best.Loss)
                {
                    best = (loss, step / 10f, slope);
                }
            }

            var margins = all.Select(row => MathF.Abs(row.Odds + best.Shift)).Order().ToList();
            var threshold = MathF.Floor(20 * margins[(int)((1 - wanted) * margins.Count)]) / 20;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-4} shift {best.Shift:F1}, slope {best.Slope:F1}, threshold {threshold:F2}"));
            foreach (var (set, rows) in ((string, List<Scored>)[])[("development", strings), ("bars, 1st half", first), ("bars, 2nd half", second), ("bars, all", all)])
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"     {set,-16}{rows.Count,6} strings, area {100 * Area(rows):F2}, verdicts {100.0 * rows.Count(row => MathF.Abs(row.Odds + best.Shift) >= threshold) / rows.Count:F1} %, balanced accuracy {100 * Accuracy(rows, best.Shift, threshold):F2} %"));
            }
        }

        return 0;
    }

    private static List<Scored> Score(HanModel model, IEnumerable<LanguageCase> rows) =>
        [.. rows.Select(row => new Scored(row.Set, row.Expected == "ja", row.Text, HanLanguages.Evidence(model, row.Text).Japanese))];

    private static bool IsFirstHalf(string text) => (text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 13) % 2 == 0;

    private static double Accuracy(List<Scored> rows, float shift, float threshold) =>
        Balanced(rows.Where(row => MathF.Abs(row.Odds + shift) >= threshold), row => row.Odds + shift > 0 == row.IsJapanese ? 1 : 0);

    // How far the odds, shifted and multiplied, are from what is the case.
    private static double Loss(List<Scored> rows, float shift, float slope) => Balanced(rows, row => Math.Log(1 + Math.Exp((row.IsJapanese ? -slope : slope) * (row.Odds + shift))));

    private static double Balanced(IEnumerable<Scored> rows, Func<Scored, double> score) => rows.GroupBy(row => (row.IsJapanese, Source: row.Set))
        .GroupBy(group => group.Key.IsJapanese, group => group.Average(score))
        .Average(language => language.Average());

    // The chance that a Japanese string has higher odds than a Chinese one.
    private static double Area(List<Scored> rows)
    {
        var (chinese, pairs) = (0L, 0L);
        foreach (var row in rows.OrderBy(row => row.Odds))
        {
            chinese += row.IsJapanese ? 0 : 1;
            pairs += row.IsJapanese ? chinese : 0;
        }

        return (double)pairs / Math.Max(1, chinese * (rows.Count - chinese));
    }

    private sealed record Scored(string Set, bool IsJapanese, string Text, float Odds);
}

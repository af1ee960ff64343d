using LanguageRouter.Signals;

namespace LanguageRouter.Tests.Signals.Languages;

/// <summary>The bars of language detection on real data, and on the romaji requests written for this project.</summary>
public sealed class LanguageAccuracyTests
{
    [Fact]
    public void Sentences_AreRightInNearlyAllCases()
    {
        foreach (var group in ReferenceData.Lid().Where(row => row.Set.EndsWith("sentence", StringComparison.Ordinal)).GroupBy(row => row.Language is "yue" ? "zh" : row.Language[..2]))
        {
            var right = group.Count(row => LanguageDetector.Default.Detect(row.Text).Tag.StartsWith(group.Key, StringComparison.Ordinal));
            Assert.True(right >= 0.998 * group.Count(), $"{group.Key}: {right} of {group.Count()}");
        }
    }

    [Theory]
    [InlineData(2, 4, 0.90, 0.80)]
    [InlineData(5, 99, 0.97, 0.95)]
    public void KanjiRuns_AreDecidedByEvidence(int shortest, int longest, double accuracy, double verdicts)
    {
        var rows = ReferenceData.Lid().Where(row => row.Set.EndsWith("han-run", StringComparison.Ordinal) && !row.Language.Contains('|') && row.Text.Length >= shortest && row.Text.Length <= longest)
            .Select(row => (IsJapanese: row.Language == "ja", LanguageDetector.Default.Detect(row.Text).Tag)).ToList();
        var given = rows.Where(row => row.Tag != "und").ToList();
        var balanced = given.GroupBy(row => row.IsJapanese).Average(group => group.Average(row => row.Tag == "ja" == row.IsJapanese ? 1.0 : 0));

        Assert.True(given.Count >= verdicts * rows.Count, $"verdicts {given.Count} of {rows.Count}");
        Assert.True(balanced >= accuracy, $"balanced accuracy {balanced:F3}");
    }

    [Fact]
    public void Romaji_IsToldFromItsLookAlikes()
    {
        var rows = File.ReadLines(Path.Combine(ReferenceData.Root(), "tests", "LanguageRouter.Evaluation", "Languages", "romaji.tsv"))
            .Select(line => line.Split('\t')).Select(fields => (IsRomaji: fields[0] == "ja-Latn", Found: LanguageDetector.Default.Detect(fields[1]).Tag == "ja-Latn")).ToList();

        Assert.True(rows.Where(row => row.IsRomaji).Average(row => row.Found ? 1 : 0) >= 0.95);
        Assert.True(rows.Where(row => !row.IsRomaji).Average(row => row.Found ? 1 : 0) <= 0.02);
    }
}

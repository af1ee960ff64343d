using System.Globalization;
using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Says how many of the wrong verdicts on Han strings may be right: the string is made of whole words of the language that was named.</summary>
/// <remarks>
/// Usage: han-both IPADIC-FOLDER JIEBA-DICTIONARY OPENCC-TEXT-FOLDER. A label of the reference set says only that the string was not seen in
/// the other language. Words have two characters or more; one affix, or the numeral before a counter, may stand between them. The strings stay in every score: this is a comment on them.
/// </remarks>
internal static class HanBoth
{
    private const int SingleCharacters = 1;

    public static int Run(EvaluationOptions options)
    {
        if (options.Rest.Count != 3)
        {
            Console.Error.WriteLine("usage: han-both IPADIC-FOLDER JIEBA-DICTIONARY OPENCC-TEXT-FOLDER");
            return 2;
        }

        var lexicon = HanLexicon.Read(options.Rest[0], options.Rest[1], options.Rest[2]);
        HashSet<string> japanese = [.. lexicon.Nouns.Words, .. lexicon.Names.Words];
        HashSet<string> affixes = [.. lexicon.Prefixes.Words, .. lexicon.Suffixes.Words, .. lexicon.Counters.Words];
        HashSet<string> chinese = [.. lexicon.Simplified.Words, .. lexicon.Traditional.Words];
        foreach (var group in LidRows.Read(options)
            .Where(row => row.Set.Contains("han-run", StringComparison.Ordinal) && !row.Expected.Contains('|'))
            .GroupBy(row => (Length: row.Text.Length <= 4 ? "2-4" : "5+", Language: row.Expected[..2]))
            .OrderBy(group => group.Key.Length, StringComparer.Ordinal).ThenBy(group => group.Key.Language, StringComparer.Ordinal))
        {
            var wrong = group.Where(row => LanguageDetector.Default.Detect(row.Text) is { IsUndetermined: false } found && found.Tag[..2] != group.Key.Language).ToList();
            var both = wrong.Where(row => group.Key.Language == "zh" ? IsOfWords(row.Text, japanese, affixes) : IsOfWords(row.Text, chinese, chinese)).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{group.Key.Length,-4} {group.Key.Language}: {group.Count()} strings, {wrong.Count} named the other language, {both.Count} of them words of that language throughout: {string.Join(' ', both.Take(40).Select(row => row.Text))}"));
        }

        return 0;
    }

    private static bool IsOfWords(string text, HashSet<string> words, HashSet<string> affixes)
    {
        // The fewest single characters up to each place; too many where there is no way.
        var singles = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            singles[end] = affixes.Contains(text[(end - 1)..end]) ? singles[end - 1] + 1 : SingleCharacters + 1;
            for (var start = 0; start < end - 1; start++)
            {
                if (singles[start] < singles[end] && words.Contains(text[start..end]))
                {
                    singles[end] = singles[start];
                }
            }
        }

        return singles[^1] <= SingleCharacters;
    }
}

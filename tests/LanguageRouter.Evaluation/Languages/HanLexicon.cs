using System.Globalization;
using System.Text;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>The word lists that the Han model is trained on, with weights that stand for frequency.</summary>
/// <remarks>
/// Japanese: mecab-ipadic (NAIST licence, permissive). Chinese: the dictionary of jieba (MIT), and its traditional form by OpenCC (Apache-2.0).
/// On Debian: packages mecab-ipadic, python3-jieba, libopencc-data, and opencc for <c>opencc_dict -i X.ocd2 -f ocd2 -t text -o X.txt</c>.
/// </remarks>
internal sealed class HanLexicon
{
    public required WeightedWords Nouns { get; init; }

    public required WeightedWords Names { get; init; }

    public required WeightedWords Stems { get; init; }

    public required WeightedWords Prefixes { get; init; }

    public required WeightedWords Suffixes { get; init; }

    public required WeightedWords Counters { get; init; }

    public required WeightedWords Simplified { get; init; }

    public required WeightedWords Traditional { get; init; }

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or '々' or '〇' or '〆';

    public static HanLexicon Read(string ipadic, string jieba, string opencc)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var converter = TraditionalConverter.Read(opencc);
        List<(string Word, double Weight)> chinese = [.. ChineseWords(jieba)];
        return new HanLexicon
        {
            Nouns = Japanese(ipadic, 1, "Noun.csv", "Noun.verbal.csv", "Noun.adjv.csv", "Noun.adverbal.csv", "Noun.nai.csv", "Adverb.csv", "Noun.others.csv"),
            Names = Japanese(ipadic, 1, "Noun.place.csv", "Noun.org.csv", "Noun.proper.csv", "Noun.name.csv"),
            Stems = Japanese(ipadic, 1, "Verb.csv", "Adj.csv"),
            Prefixes = Japanese(ipadic, 1, "Prefix.csv"),
            Suffixes = Suffix(ipadic, counters: false),
            Counters = Suffix(ipadic, counters: true),
            Simplified = new WeightedWords(chinese),
            Traditional = new WeightedWords(chinese.Select(word => (converter.Convert(word.Word), word.Weight))),
        };
    }

    /// <summary>Reads the entries of some files of IPADIC that are in Han characters alone.</summary>
    public static IEnumerable<(string Word, double Weight)> Entries(string ipadic, params string[] files) =>
        files.SelectMany(file => Lines(ipadic, file)).Where(fields => fields[0].All(IsHan)).Select(fields => (fields[0], Weight(fields[3])));

    /// <summary>Gets what a cost stands for: MeCab's costs are about -800 x log of a word's weight in its model.</summary>
    public static double WeightOf(int cost, int lowest) => Math.Exp(-Math.Max(lowest, cost) / 1200.0);

    private static WeightedWords Suffix(string ipadic, bool counters) => new(Lines(ipadic, "Suffix.csv")
        .Where(fields => (fields[6] == "助数詞") == counters && fields[0].All(IsHan))
        .Select(fields => (fields[0], Weight(fields[3]))));

    // The kanji runs of each entry, so that stems before kana count as they stand in text.
    private static WeightedWords Japanese(string ipadic, int shortest, params string[] files) => new(files
        .SelectMany(file => Lines(ipadic, file))
        .SelectMany(fields => Runs(fields[0]).Where(run => run.Length >= shortest).Select(run => (run, Weight(fields[3])))));

    private static IEnumerable<string[]> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file), Encoding.GetEncoding("euc-jp")).Select(line => line.Split(','));

    private static IEnumerable<string> Runs(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && IsHan(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return text[start..i];
            }
        }
    }

    // A few entries have costs so low that they would be most of the draws.
    private const int LowestCost = 2500;

    private static double Weight(string cost) => WeightOf(int.Parse(cost, CultureInfo.InvariantCulture), LowestCost);

    // The dictionary counts the particle 的 at a third of 了; in running text it is the most frequent word by far, one in twenty. A judgement.
    private const double ParticleWeight = 3_000_000;

    private static IEnumerable<(string Word, double Weight)> ChineseWords(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var fields = line.Split(' ');
            if (fields[0].All(IsHan))
            {
                yield return (fields[0], fields[0] == "的" ? ParticleWeight : double.Parse(fields[1], CultureInfo.InvariantCulture));
            }
        }
    }
}

using System.Text;
using System.Xml.Linq;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Draws short texts of each Latin-script language, and of romaji.</summary>
/// <remarks>On Debian: packages unicode-cldr-core (Unicode licence), wamerican (SCOWL, permissive), mecab-ipadic (NAIST licence).</remarks>
internal sealed class LatinSamples
{
    // Languages of CLDR that are pooled: told from English and romaji, not named.
    private static readonly string[] Pooled =
        ["az", "bs", "br", "ceb", "cy", "eu", "fo", "ga", "gd", "gl", "ha", "ig", "is", "jv", "kab", "ku", "lb", "lv", "mi", "mt", "pcm", "qu", "rm", "rw", "sc", "sk", "sl", "so", "sq", "su", "tk", "to", "uz", "wo", "xh", "yo", "zu", "ast"];

    private readonly Random _random;
    private readonly string[][] _phrases = new string[LatinModel.Classes][];
    private readonly string[][] _functionWords = new string[LatinModel.Classes][];
    private readonly string[] _englishWords;
    private readonly WeightedWords _nouns;
    private readonly WeightedWords _verbs;
    private readonly RomajiWriter _romaji;

    public LatinSamples(string annotations, string englishWords, string ipadic, Random random)
    {
        _random = random;
        _romaji = new RomajiWriter(random);
        Array.Fill(_functionWords, []);
        foreach (var (tag, words) in FunctionWords.Lists)
        {
            var index = tag == LanguageTags.UndeterminedLatin ? LatinModel.Other : LatinTally.ClassOf(LanguageTable.Of(tag));
            _functionWords[index] = [.. _functionWords[index], .. words.Split(' ')];
            if (index != LatinModel.Other)
            {
                _phrases[index] = [.. Phrases(annotations, tag switch { "nb" => "no", "tl" => "fil", _ => tag })];
            }
        }

        _phrases[LatinModel.Other] = [.. Pooled.SelectMany(tag => Phrases(annotations, tag))];
        var malay = LatinTally.ClassOf(LanguageTable.Of("id"));
        _phrases[malay] = [.. _phrases[malay], .. Phrases(annotations, "ms")];
        _englishWords = [.. File.ReadLines(englishWords).Where(word => word.Length > 2 && !word.EndsWith("'s", StringComparison.Ordinal)).Select(word => word.ToLowerInvariant())];
        (_nouns, _verbs) = (Readings(ipadic, "Noun.csv", "Noun.verbal.csv", "Noun.adverbal.csv", "Noun.place.csv"), Readings(ipadic, "Verb.csv", "Adj.csv"));
    }

    public IEnumerable<int> Classes => Enumerable.Range(0, LatinModel.Classes).Where(c => c == LatinModel.Romaji || _phrases[c] is { Length: > 0 });

    /// <summary>Draws a text of lower-case words.</summary>
    public string Draw(int language)
    {
        var text = new StringBuilder();
        var style = _romaji.Style();
        for (var words = _random.Next(1, 9); words > 0;)
        {
            var part = language == LatinModel.Romaji ? Romaji(style) : Phrase(language);
            words -= 1 + part.Count(' '.Equals);
            text.Append(part).Append(' ');
        }

        return text.ToString();
    }

    private string Phrase(int language)
    {
        if (_functionWords[language] is { Length: > 0 } small && _random.NextDouble() < 0.35)
        {
            return small[_random.Next(small.Length)];
        }

        return language == 0 && _random.NextDouble() < 0.6
            ? _englishWords[_random.Next(_englishWords.Length)]
            : _phrases[language][_random.Next(_phrases[language].Length)];
    }

    private string Romaji((int Long, bool Kunrei) style)
    {
        string[] particles = ["wa", "ga", "no", "ni", "wo", "o", "to", "de", "mo", "kara", "made", "ka", "he", "e", "ne", "yo"];
        string[] endings = ["desu", "masu", "desu ka", "shimasu", "shite", "shita", "kudasai", "masen", "deshita", "suru", "imasu", "arimasu", "nai", "datta", "tai", "desho"];
        return _random.NextDouble() switch
        {
            < 0.45 => RomajiWriter.Write(_nouns.Draw(_random), style),
            < 0.65 => RomajiWriter.Write(_verbs.DrawEvenly(_random), style),
            < 0.88 => particles[_random.Next(particles.Length)],
            _ => endings[_random.Next(endings.Length)],
        };
    }

    private static IEnumerable<string> Phrases(string annotations, string tag)
    {
        var file = Path.Combine(annotations, tag + ".xml");
        return XDocument.Load(file).Descendants("annotation").SelectMany(a => a.Value.Split('|')).Select(p => p.Trim().ToLowerInvariant()).Where(p => p.Length > 1 && LatinTally.IsLetter(p[0]));
    }

    private static WeightedWords Readings(string ipadic, params string[] files)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new WeightedWords(files.SelectMany(file => File.ReadLines(Path.Combine(ipadic, file), Encoding.GetEncoding("euc-jp")))
            .Select(line => line.Split(',')).Where(fields => fields.Length > 11).Select(fields => (fields[11], 1.0)));
    }
}

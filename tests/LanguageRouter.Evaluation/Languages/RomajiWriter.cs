using System.Text;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Writes katakana readings in romaji, in the styles that people type.</summary>
internal sealed class RomajiWriter(Random random)
{
    private static readonly Dictionary<char, string> Hepburn = Table(
        "アa イi ウu エe オo カka キki クku ケke コko サsa シshi スsu セse ソso タta チchi ツtsu テte トto ナna ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho マma ミmi ムmu メme モmo ヤya ユyu ヨyo "
        + "ラra リri ルru レre ロro ワwa ヲwo ンn ガga ギgi グgu ゲge ゴgo ザza ジji ズzu ゼze ゾzo ダda ヂji ヅzu デde ドdo バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo ヴvu");

    private static readonly Dictionary<string, string> Kunrei = new(StringComparer.Ordinal)
    {
        ["shi"] = "si",
        ["chi"] = "ti",
        ["tsu"] = "tu",
        ["fu"] = "hu",
        ["ji"] = "zi",
        ["sha"] = "sya",
        ["shu"] = "syu",
        ["sho"] = "syo",
        ["cha"] = "tya",
        ["chu"] = "tyu",
        ["cho"] = "tyo",
        ["ja"] = "zya",
        ["ju"] = "zyu",
        ["jo"] = "zyo",
    };

    /// <summary>Draws how long vowels and syllables are written; one style holds for a sentence.</summary>
    public (int Long, bool Kunrei) Style() => (random.Next(10) switch { < 6 => 0, < 8 => 1, _ => 2 }, random.Next(12) == 0);

    /// <summary>Writes a reading.</summary>
    public static string Write(string katakana, (int Long, bool Kunrei) style)
    {
        var result = new StringBuilder();
        var doubled = false;
        for (var i = 0; i < katakana.Length; i++)
        {
            var c = katakana[i];
            if (c == 'ッ')
            {
                doubled = true;
                continue;
            }

            if (c == 'ー')
            {
                result.Append(result.Length > 0 && style.Long == 0 ? result[^1] : "");
                continue;
            }

            if (!Hepburn.TryGetValue(c, out var syllable))
            {
                return "";
            }

            if (i + 1 < katakana.Length && "ャュョ".Contains(katakana[i + 1]) && syllable[^1] == 'i' && syllable.Length > 1)
            {
                var glide = "ャュョ".IndexOf(katakana[++i]);
                syllable = syllable is "shi" or "chi" or "ji" ? syllable[..^1] + "auo"[glide] : syllable[..^1] + 'y' + "auo"[glide];
            }

            syllable = style.Kunrei && Kunrei.TryGetValue(syllable, out var other) ? other : syllable;
            if (doubled)
            {
                result.Append(syllable.StartsWith("ch", StringComparison.Ordinal) ? 't' : syllable[0]);
                doubled = false;
            }

            result.Append(syllable);
        }

        var text = result.ToString();
        return style.Long switch
        {
            1 => text.Replace("ou", "o", StringComparison.Ordinal).Replace("uu", "u", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal),
            2 => text.Replace("ou", "ō", StringComparison.Ordinal).Replace("uu", "ū", StringComparison.Ordinal).Replace("oo", "ō", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static Dictionary<char, string> Table(string pairs) => pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);
}

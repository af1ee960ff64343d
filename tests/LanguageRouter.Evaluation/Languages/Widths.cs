using System.Text;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Changes the width of characters, as keyboards and old systems do.</summary>
internal static class Widths
{
    private const string Half = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private const string Full = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string Unvoiced = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private const string Plosive = "パピプペポ";
    private const string Unplosive = "ハヒフヘホ";

    /// <summary>Writes katakana and Japanese punctuation in half width.</summary>
    public static string ToHalfWidthKatakana(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            var (plain, mark) = Voiced.Contains(c) ? (Unvoiced[Voiced.IndexOf(c)], 'ﾞ') : Plosive.Contains(c) ? (Unplosive[Plosive.IndexOf(c)], 'ﾟ') : (c, '\0');
            var at = Full.IndexOf(plain);
            result.Append(at < 0 ? plain : Half[at]);
            if (mark != '\0')
            {
                result.Append(mark);
            }
        }

        return result.ToString();
    }

    /// <summary>Writes ASCII in full width.</summary>
    public static string ToFullWidthAscii(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch { ' ' => '\u3000', > ' ' and <= '~' => (char)(source[i] + 0xFEE0), _ => source[i] };
            }
        });

    /// <summary>Finds the runs of three or more katakana.</summary>
    public static IEnumerable<string> KatakanaRuns(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && text[i] is >= 'ァ' and <= 'ヺ' or 'ー')
            {
                i++;
            }

            if (i - start >= 3)
            {
                yield return text[start..i];
            }
        }
    }
}

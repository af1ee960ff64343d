using System.Buffers;
using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Reads the numbers of a Japanese or English text by value.</summary>
/// <remarks>
/// Digits of any width with thousands, decimals, fractions (1/2, N分のM, N割), 万/億/兆 and thousand/million/billion, eras,
/// months, decades, halves; and, on request, the words and kanji that a translation may use instead.
/// </remarks>
internal static class NumberReader
{
    private static readonly SearchValues<char> DigitStarts = SearchValues.Create("0123456789０１２３４５６７８９½¼¾⅓⅔⟦");
    private static readonly CharacterSet KanjiStarts = new("一二三四五六七八九十百千万億兆〇零半倍両双初元①②③④⑤⑥⑦⑧⑨⑩ダ々毎数");

    /// <summary>Adds the numbers that are written in digits.</summary>
    public static void ReadDigits(ReadOnlySpan<char> text, List<NumberMention> into)
    {
        var i = 0;
        while (i < text.Length)
        {
            var step = text[i..].IndexOfAny(DigitStarts);
            if (step < 0)
            {
                return;
            }

            i += step;
            if (text[i] == Placeholder.Open && Placeholder.TryRead(text, i, out _) is var length and > 0)
            {
                i += length;
                continue;
            }

            i = DigitNumber.Read(text, i, into);
        }
    }

    /// <summary>Adds the numbers that are written in kanji or in words, and those that a text implies (半分, twice, October).</summary>
    public static void ReadWords(ReadOnlySpan<char> text, List<NumberMention> into)
    {
        var i = 0;
        while (i < text.Length)
        {
            var step = KanjiStarts.IndexIn(text[i..]);
            if (step < 0)
            {
                break;
            }

            i = KanjiNumber.Read(text, i + step, into);
        }

        WordNumber.Read(text, into);
    }
}

using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Reads the numbers of a Japanese or English text by value, those in English words aside.</summary>
/// <remarks>
/// Digits of any width with thousands, decimals, fractions (1/2, N分のM, N割), 万/億/兆 and thousand/million/billion, eras,
/// decades, halves; and the kanji that a translation may use instead, alone (三百) or as what they imply (半分, 2倍).
/// </remarks>
internal static class NumberReader
{
    private const string Digits = "0123456789０１２３４５６７８９½¼¾⅓⅔";
    private const string Kanji = "一二三四五六七八九十百千万億兆〇零半倍両双初元①②③④⑤⑥⑦⑧⑨⑩ダ";

    private const char FirstKanji = '①';
    private const char LastKanji = '龠';

    private static readonly CharacterSet Starts = new(Digits + Kanji + Placeholder.Open);

    /// <summary>Adds the numbers of a text. Digits and kanji are read apart: the kanji of 4分の三 are a number of their own, too.</summary>
    public static void Read(ReadOnlySpan<char> text, List<NumberMention> into)
    {
        var digits = 0;
        var kanji = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!Starts.Contains(c))
            {
                continue;
            }

            if (c == Placeholder.Open)
            {
                i += Math.Max(1, Placeholder.TryRead(text, i, out _)) - 1;
            }
            else if (c is >= FirstKanji and <= LastKanji)
            {
                kanji = i < kanji ? kanji : KanjiNumber.Read(text, i, into);
            }
            else
            {
                digits = i < digits ? digits : DigitNumber.Read(text, i, into);
            }
        }
    }
}

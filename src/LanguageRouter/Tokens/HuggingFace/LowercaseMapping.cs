using System.Globalization;
using System.Text;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Unicode's full mapping to lower case, without a locale (the Unicode Standard, 3.13, R2): the capital I with a dot, and the sigma at the end of a word.</summary>
internal static class LowercaseMapping
{
    private const char DottedI = '\u0130', Sigma = '\u03A3';

    public static string Apply(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            _ = rune.Value switch
            {
                DottedI => result.Append("i\u0307"),
                Sigma => result.Append(EndsWord(text, at) ? 'ς' : 'σ'),
                _ => result.Append(Rune.ToLowerInvariant(rune).ToString()),
            };
            at += length;
        }

        return result.ToString();
    }

    // A letter with case before it, none behind it; marks and points between do not count.
    private static bool EndsWord(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsIgnorable(text, Start(text, before)))
        {
            before = Start(text, before) - 1;
        }

        if (before < 0 || !IsCased(text, Start(text, before)))
        {
            return false;
        }

        var behind = at + 1;
        while (behind < text.Length && IsIgnorable(text, behind))
        {
            behind += char.IsSurrogatePair(text, behind) ? 2 : 1;
        }

        return behind == text.Length || !IsCased(text, behind);
    }

    private static int Start(string text, int at) => at > 0 && char.IsSurrogatePair(text, at - 1) ? at - 1 : at;

    private static bool IsCased(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || text[at] is 'ª' or 'º' or (>= '\u2160' and <= '\u217F') or (>= '\u24B6' and <= '\u24E9');

    private static bool IsIgnorable(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || text[at] is '\'' or '.' or ':' or '·' or '\u0387' or '\u055F' or '\u05F4' or '\u2018' or '\u2019' or '\u2024' or '\u2027' or '\uFE13' or '\uFE52' or '\uFE55' or '\uFF07' or '\uFF0E' or '\uFF1A';
}

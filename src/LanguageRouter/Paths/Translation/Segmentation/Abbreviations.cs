using System.Collections.Frozen;

namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>English abbreviations after whose period a sentence goes on.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "nos", "fig", "figs", "vol", "pp", "p", "ch", "sec", "eq", "approx", "dept",
        "est", "gen", "gov", "hon", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "e.g", "i.e", "cf", "al", "rev", "sgt", "capt", "col", "lt", "sen", "rep", "mt", "ft", "ave", "blvd", "rd", "incl", "min", "max",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text that a period follows ends with an abbreviation or an initial.</summary>
    public static bool EndsWithOne(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < 8 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..];
        return word.Length switch
        {
            0 => false,
            1 => char.IsAsciiLetterUpper(word[0]) && word[0] != 'I',
            _ => Lookup.Contains(word) || word.Length == 3 && word[1] == '.' && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[2]),
        };
    }
}

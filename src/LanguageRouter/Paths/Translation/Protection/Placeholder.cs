using System.Globalization;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>Writes and finds placeholders of the form <c>⟦7⟧</c>.</summary>
/// <remarks>A text that is sent to a translator has these brackets in placeholders only: those of the input are protected themselves.</remarks>
internal static class Placeholder
{
    public const char Open = '⟦';
    public const char Close = '⟧';

    private static readonly string[] First = [.. Enumerable.Range(0, 256).Select(Format)];

    public static string Write(int id) => id < First.Length ? First[id] : Format(id);

    private static string Format(int id) => string.Create(CultureInfo.InvariantCulture, $"{Open}{id}{Close}");

    /// <summary>Reads the placeholder at an index.</summary>
    /// <returns>Its length, or 0 where there is none. Spaces inside and wide digits are forgiven: translators write both.</returns>
    public static int TryRead(ReadOnlySpan<char> text, int index, out int id)
    {
        id = 0;
        if (text[index] != Open)
        {
            return 0;
        }

        // Nearly all are written as they were sent.
        if (index + 2 < text.Length && text[index + 2] == Close && char.IsAsciiDigit(text[index + 1]))
        {
            id = text[index + 1] - '0';
            return 3;
        }

        var i = index + 1;
        var digits = 0;
        for (; i < text.Length && text[i] != Close; i++)
        {
            var c = text[i];
            if (char.IsDigit(c) && digits < 8)
            {
                id = (id * 10) + (int)char.GetNumericValue(c);
                digits++;
            }
            else if (c is not (' ' or '\u3000' or '\u00A0'))
            {
                return 0;
            }
        }

        return i < text.Length && digits > 0 ? i + 1 - index : 0;
    }
}

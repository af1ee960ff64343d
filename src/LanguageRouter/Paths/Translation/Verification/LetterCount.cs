using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>How many letters of each script a text has outside its placeholders.</summary>
internal readonly record struct LetterCount(int Latin, int Wide, int Other)
{
    // Counts of a part of this length fit in 16 bits each.
    private const int LongestPart = 60_000;

    private static readonly byte[] Shifts = [.. Enumerable.Range(0, 65_536).Select(c => ShiftOf((char)c))];

    public int Letters => Latin + Wide + Other;

    /// <summary>Whether a text has no letter of Chinese, Japanese or Korean, as far as a look by vectors tells.</summary>
    public static bool HasNoWide(ReadOnlySpan<char> text) => !text.ContainsAnyInRange('\u3005', '\uFFDC') && !text.ContainsAnyInRange('\u1100', '\u11FF');

    /// <summary>Counts the letters of a text.</summary>
    public static LetterCount Of(ReadOnlySpan<char> text)
    {
        var count = default(LetterCount);
        while (true)
        {
            var open = text.IndexOf(Placeholder.Open);
            count = count.Plus(open < 0 ? text : text[..open]);
            var close = open < 0 ? -1 : text[open..].IndexOf(Placeholder.Close);
            if (close < 0)
            {
                return count;
            }

            text = text[(open + close + 1)..];
        }
    }

    private LetterCount Plus(ReadOnlySpan<char> text)
    {
        var shifts = Shifts;
        var (latin, wide, other) = this;
        while (!text.IsEmpty)
        {
            var packed = 0UL;
            foreach (var c in text[..Math.Min(text.Length, LongestPart)])
            {
                packed += 1UL << shifts[c];
            }

            latin += (ushort)packed;
            wide += (ushort)(packed >> 16);
            other += (ushort)(packed >> 32);
            text = text[Math.Min(text.Length, LongestPart)..];
        }

        return new LetterCount(latin, wide, other);
    }

    private static byte ShiftOf(char c) =>
        (byte)(char.IsAsciiLetter(c) || c is >= '\u00C0' and <= '\u024F' ? 0
            : Characters.IsJapanese(c) || Characters.IsHangul(c) ? 16
            : char.IsLetter(c) ? 32
            : 48);
}

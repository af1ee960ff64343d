namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>Classes of characters that segmentation, protection and verification share.</summary>
internal static class Characters
{
    /// <summary>Whether a character is kana, a kanji or one of their iteration marks.</summary>
    public static bool IsJapanese(char c) => IsKana(c) || IsHan(c);

    public static bool IsKana(char c) =>
        c is >= '\u3041' and <= '\u30FF' and not '\u30FB' or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsHan(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3005' or '\u3007' or >= '\uF900' and <= '\uFAFF';

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F';

    /// <summary>Whether a character is wide punctuation or a letter of Chinese, Japanese or Korean.</summary>
    public static bool IsWide(char c) =>
        c is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF65' || IsJapanese(c) || IsHangul(c);

    public static bool IsAsciiLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c);

    /// <summary>Whether a character is white space inside a line.</summary>
    public static bool IsLineSpace(char c) => c != '\n' && char.IsWhiteSpace(c);

    /// <summary>Gets the length of the emoji or text symbol that begins at an index; 0 where none does.</summary>
    /// <remarks>
    /// A cluster is a base with its variation selectors, skin tones, tags and joined further bases, or two
    /// regional indicators, or a keycap. Figures and signs that are part of a sentence (arrows, circled numbers) are no emoji.
    /// </remarks>
    public static int EmojiLength(ReadOnlySpan<char> text, int index)
    {
        var end = EmojiBase(text, index);
        if (end == index)
        {
            return 0;
        }

        while (end < text.Length)
        {
            var c = text[end];
            if (c is '\uFE0F' or '\uFE0E' or '\u20E3')
            {
                end++;
            }
            else if (c == '\uD83C' && end + 1 < text.Length && text[end + 1] is >= '\uDFFB' and <= '\uDFFF')
            {
                end += 2;
            }
            else if (c == '\uDB40' && end + 1 < text.Length && text[end + 1] is >= '\uDC20' and <= '\uDC7F')
            {
                end += 2;
            }
            else if (c == '\u200D')
            {
                var next = EmojiBase(text, end + 1);
                if (next == end + 1)
                {
                    break;
                }

                end = next;
            }
            else
            {
                break;
            }
        }

        return end - index;
    }

    /// <summary>Whether an emoji, or a symbol that ends sentences as emoji do, may begin with a character.</summary>
    public static bool MayBeginEmoji(char c) => c is '\uD83C' or '\uD83D' or '\uD83E' or >= '\u2600' and <= '\u27BF' or '\u266A' or '\u2B50' or '\u2B55';

    private static int EmojiBase(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length)
        {
            return index;
        }

        var c = text[index];
        if (c is >= '\u2600' and <= '\u27BF' or '\u2B50' or '\u2B55')
        {
            // Circled digits of the dingbats number list items; they are not faces.
            return c is >= '\u2776' and <= '\u2793' or >= '\u27A0' and <= '\u27BF' ? index : index + 1;
        }

        if (c is not ('\uD83C' or '\uD83D' or '\uD83E') || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
        {
            return index;
        }

        if (c == '\uD83C' && text[index + 1] is >= '\uDDE6' and <= '\uDDFF')
        {
            var pair = index + 3 < text.Length && text[index + 2] == '\uD83C' && text[index + 3] is >= '\uDDE6' and <= '\uDDFF';
            return index + (pair ? 4 : 2);
        }

        return index + 2;
    }
}

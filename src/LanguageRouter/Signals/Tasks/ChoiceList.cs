namespace LanguageRouter.Signals.Tasks;

/// <summary>Finds the list of answers of a multiple-choice question.</summary>
internal static class ChoiceList
{
    private const string Letters = "abcdefgh";
    private const string Kana = "アイウエオカキク";

    /// <summary>Counts the marked answers of a text: lines or words marked A, B, C or 1, 2, 3 or ア, イ, ウ in order.</summary>
    /// <param name="text">The folded text.</param>
    /// <returns>The longest run of marks in order, 0 where there is none.</returns>
    public static int Count(ReadOnlySpan<char> text)
    {
        var best = Math.Max(CountMarked(text, Letters), CountMarked(text, Kana));
        best = Math.Max(best, CountMarked(text, "12345678"));
        return Math.Max(best, CountMarked(text, "01234567"));
    }

    private static int CountMarked(ReadOnlySpan<char> text, string marks)
    {
        var found = 0;
        var at = 0;
        while (found < marks.Length)
        {
            var next = NextMark(text, at, marks[found]);
            if (next < 0)
            {
                break;
            }

            found++;
            at = next;
        }

        return found;
    }

    // A mark stands at the start of a line or after a space or comma, and is followed by . ) : 、 or is in brackets.
    private static int NextMark(ReadOnlySpan<char> text, int from, char mark)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOf(mark);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (i + 1 < text.Length && text[i + 1] is '.' or ')' or ':' or '、' or ']' or '．' && Starts(text, i, text[i + 1]))
            {
                return i + 2;
            }
        }

        return -1;
    }

    private static bool Starts(ReadOnlySpan<char> text, int at, char closing)
    {
        if (at == 0)
        {
            return true;
        }

        var before = text[at - 1];
        if (before is '\n' or '(' or '[')
        {
            return true;
        }

        // In running text: "a. x b. y", "...ですか?a.x", never "3.5" or "e.g.".
        return closing is not '、' && (before is ' ' or ',' or '?' or '。' or ';' or '/' or '|' || before >= '\u3000') && !(closing == '.' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2]));
    }
}

namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>Reads the markdown that begins a line.</summary>
internal static class LineSyntax
{
    /// <summary>Finds where a line's own text begins, after indentation, quote signs, heading and list markers.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <param name="complete">Whether the line is all there.</param>
    /// <returns>The length of what comes before the text, or -1 where more of the line is needed.</returns>
    public static int PrefixLength(ReadOnlySpan<char> line, bool complete)
    {
        var i = 0;
        while (true)
        {
            while (i < line.Length && char.IsWhiteSpace(line[i]))
            {
                i++;
            }

            if (i == line.Length)
            {
                return complete ? i : -1;
            }

            var marker = MarkerLength(line[i..], complete);
            if (marker < 0)
            {
                return -1;
            }

            if (marker == 0)
            {
                return i;
            }

            i += marker;
        }
    }

    /// <summary>Gets the length of a fence (three or more backticks or tildes) at the head of a text; 0 where there is none.</summary>
    public static int FenceLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('`' or '~'))
        {
            return 0;
        }

        var end = text.IndexOfAnyExcept(text[0]);
        end = end < 0 ? text.Length : end;
        return end >= 3 ? end : 0;
    }

    /// <summary>Whether a line's text begins a block of JSON.</summary>
    public static bool BeginsJson(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        if (text.IsEmpty || text[0] is not ('{' or '['))
        {
            return false;
        }

        var rest = text[1..].TrimStart();
        return rest.IsEmpty || (rest[0] == '"' && text.Length > 3) || (text[0] == '[' && rest[0] == '{');
    }

    private static int MarkerLength(ReadOnlySpan<char> text, bool complete)
    {
        var c = text[0];
        switch (c)
        {
            case '>' or '・' or '●' or '○' or '■' or '□' or '◆' or '◇' or '▶' or '►' or '※' or '＊' or '•' or '◎' or '▼' or '▽' or '★' or '☆':
                return 1;
            case >= '①' and <= '⑳' or >= '❶' and <= '❿':
                return 1;
            case '-' or '+' or '*' or '#' or '–':
                var run = text.IndexOfAnyExcept(c);
                if (run < 0)
                {
                    return complete ? text.Length : -1;
                }

                // "* " is a marker; "**bold" is text.
                return char.IsWhiteSpace(text[run]) && (c == '#' ? run <= 6 : true) ? run : 0;
            case '[' when text.Length < 4 && !complete:
                return -1;
            case '[' when text.StartsWith("[ ] ", StringComparison.Ordinal) || text.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase):
                return 3;
            case '(' or '（':
                return NumberMarker(text, 1, complete);
            default:
                return char.IsDigit(c) || c is >= 'a' and <= 'h' ? NumberMarker(text, 0, complete) : 0;
        }
    }

    // "1. ", "1) ", "1）", "１．", "(1) ", "a) "; not "1.5" and not "2024年".
    private static int NumberMarker(ReadOnlySpan<char> text, int from, bool complete)
    {
        var i = from;
        while (i < text.Length && i < from + 3 && char.IsDigit(text[i]))
        {
            i++;
        }

        if (i == from && i < text.Length && text[i] is >= 'a' and <= 'h')
        {
            i++;
        }

        if (i == text.Length)
        {
            return complete ? 0 : -1;
        }

        if (i == from)
        {
            return 0;
        }

        var letter = !char.IsDigit(text[i - 1]);
        var mark = text[i];
        if (mark is ')' or '）')
        {
            return i + 1;
        }

        if (from > 0 || letter || mark is not ('.' or '．' or '、'))
        {
            return 0;
        }

        if (i + 1 == text.Length)
        {
            return complete ? i + 1 : -1;
        }

        var next = text[i + 1];
        return mark == '、' || !char.IsDigit(next) && (char.IsWhiteSpace(next) || mark == '．' || next is '*' || Characters.IsWide(next)) ? i + 1 : 0;
    }
}

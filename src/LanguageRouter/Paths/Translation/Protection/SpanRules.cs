using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>The rules that say which characters around a trigger are to be protected.</summary>
internal static class SpanRules
{
    private const int LongestBraces = 2000;
    private const int LongestTag = 500;
    private const int LongestFormula = 400;

    /// <summary>Looks for a protected part at a trigger.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The index of the trigger character.</param>
    /// <param name="from">Where the last part ended: nothing before it is looked at.</param>
    /// <param name="pairs">The pairs that are open.</param>
    /// <param name="start">Where the part begins; where there is none, the index to go on at.</param>
    /// <param name="opener">Where the part begins that this one closes, or -1.</param>
    /// <returns>The length of the part, 0 where there is none.</returns>
    public static int Match(ReadOnlySpan<char> text, int at, int from, OpenPairs pairs, out int start, out int opener)
    {
        start = at;
        var closing = pairs.ClosingAt(at, out opener);
        if (closing > 0)
        {
            return closing;
        }

        var rest = text[at..];
        var length = rest[0] switch
        {
            '`' => Code(rest),
            '<' => Tag(text, at, pairs),
            '&' => Entity(rest),
            '$' => Dollar(text, at),
            '\\' => Backslash(rest),
            '{' => Braces(rest),
            '%' => Percent(text, at),
            '[' => PairRules.Bracket(text, at, pairs),
            '*' => PairRules.Asterisks(text, at, pairs),
            '|' or Placeholder.Open or Placeholder.Close => 1,
            '「' => PairRules.Quotation(text, at, '」', pairs),
            '『' => PairRules.Quotation(text, at, '』', pairs),
            '｢' => PairRules.Quotation(text, at, '｣', pairs),
            '【' => PairRules.Lenticular(rest),
            '_' when at == 0 || !char.IsLetterOrDigit(text[at - 1]) => PairRules.Underscores(text, at, pairs),
            '~' when rest.Length > 1 && rest[1] == '~' => PairRules.PairOf(text, at, rest.IndexOfAnyExcept('~') is var n && n < 0 ? rest.Length : n, pairs),
            >= '\uD800' and <= '\uDFFF' or >= '\u2600' and <= '\u27BF' or '\u2B50' or '\u2B55' => Emoji(rest, ref start),
            '\n' or '}' or ']' or '」' or '』' or '｣' => 0,
            < ' ' or '\u007F' or '\u00AD' or '\uFEFF' or >= '\u200B' and <= '\u200F' or '\u2060' => 1,
            _ => -1,
        };
        if (length > 0)
        {
            return length;
        }

        if (length < 0)
        {
            return TokenRules.Match(text, at, from, out start);
        }

        start = Math.Max(start, at + 1);
        return 0;
    }

    private static int Code(ReadOnlySpan<char> rest)
    {
        var run = Run(rest, '`');
        for (var i = run; i < rest.Length;)
        {
            var step = rest[i..].IndexOf('`');
            if (step < 0)
            {
                return 0;
            }

            i += step;
            var length = Run(rest[i..], '`');
            if (length == run)
            {
                return i + run;
            }

            i += length;
        }

        return 0;
    }

    private static int Tag(ReadOnlySpan<char> text, int at, OpenPairs pairs)
    {
        var rest = text[at..Math.Min(text.Length, at + LongestTag)];
        if (rest.Length < 3 || !(char.IsAsciiLetter(rest[1]) || (rest[1] is '/' or '!' or '?' && rest.Length > 3)))
        {
            return 0;
        }

        var end = rest[1..].IndexOfAny('>', '<', '\n') + 1;
        if (end <= 0 || rest[end] != '>')
        {
            return 0;
        }

        var name = 1;
        while (name < end && (char.IsAsciiLetterOrDigit(rest[name]) || rest[name] is '-' or ':' or '_'))
        {
            name++;
        }

        if (char.IsAsciiLetter(rest[1]) && rest[end - 1] != '/')
        {
            var close = string.Concat("</", rest[1..name], ">");
            var found = text[(at + end)..].IndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (found >= 0)
            {
                pairs.Add(at, at + end + found, close.Length);
            }
        }

        return end + 1;
    }

    private static int Entity(ReadOnlySpan<char> rest)
    {
        var i = 1;
        if (i < rest.Length && rest[i] == '#')
        {
            i++;
        }

        while (i < rest.Length && i < 12 && char.IsAsciiLetterOrDigit(rest[i]))
        {
            i++;
        }

        return i > 2 && i < rest.Length && rest[i] == ';' ? i + 1 : 0;
    }

    // Mathematics, "${x}" or a variable; "$5" and "$10" are money and stay, for the number check to see.
    private static int Dollar(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.Length < 2)
        {
            return 0;
        }

        if (rest[1] == '{')
        {
            var braces = Braces(rest[1..]);
            return braces > 0 ? braces + 1 : 0;
        }

        var run = Run(rest, '$');
        if (run <= 2 && run < rest.Length && !char.IsWhiteSpace(rest[run]))
        {
            var window = rest[..Math.Min(rest.Length, LongestFormula)];
            for (var i = run; i < window.Length; i++)
            {
                if (window[i] == '\\')
                {
                    i++;
                }
                else if (Characters.IsKana(window[i]) || window[i] is '。' or '、')
                {
                    break;
                }
                else if (window[i] == '$')
                {
                    var close = Run(window[i..], '$');
                    var after = i + close < rest.Length ? rest[i + close] : ' ';
                    if (close != run || char.IsWhiteSpace(window[i - 1]) || char.IsDigit(after))
                    {
                        break;
                    }

                    return i + run;
                }
            }
        }

        var name = 1;
        while (name < rest.Length && (char.IsAsciiLetterOrDigit(rest[name]) || rest[name] == '_'))
        {
            name++;
        }

        return name > 1 && (char.IsAsciiLetter(rest[1]) || rest[1] == '_') && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) ? name : 0;
    }

    private static int Backslash(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2)
        {
            return 0;
        }

        var close = rest[1] switch { '(' => "\\)", '[' => "\\]", _ => null };
        if (close is not null && rest[2..].IndexOf(close, StringComparison.Ordinal) is var inner and >= 0)
        {
            return inner + 4;
        }

        if (!char.IsAsciiLetter(rest[1]))
        {
            return char.IsAsciiDigit(rest[1]) || char.IsAscii(rest[1]) && char.IsPunctuation(rest[1]) ? 2 : 0;
        }

        var i = 2;
        while (i < rest.Length && char.IsAsciiLetter(rest[i]))
        {
            i++;
        }

        if (rest[1..i] is "begin" && rest.IndexOf("\\end{", StringComparison.Ordinal) is var end and >= 0 && rest[end..].IndexOf('}') is var brace and >= 0)
        {
            return end + brace + 1;
        }

        while (i < rest.Length && rest[i] == '{' && Braces(rest[i..]) is var braces and > 0)
        {
            i += braces;
        }

        return i;
    }

    private static int Braces(ReadOnlySpan<char> rest)
    {
        var depth = 0;
        for (var i = 0; i < rest.Length && i < LongestBraces; i++)
        {
            depth += rest[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                // Long braces are protected where they are data, not where they are prose.
                return i + 1 <= 64 || rest[1..].TrimStart()[0] is '"' or '\'' or '\\' ? i + 1 : 0;
            }
        }

        return 0;
    }

    private static int Percent(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.Length < 2 || (at > 0 && char.IsDigit(text[at - 1])))
        {
            return 0;
        }

        var i = 1;
        if (rest[i] == '(' && rest.IndexOf(')') is var close and > 0)
        {
            i = close + 1;
        }
        else if (char.IsAsciiLetterUpper(rest[1]))
        {
            var name = 1 + Math.Max(0, rest[1..].IndexOfAnyExceptInRange('A', '_'));
            if (name > 2 && name < rest.Length && rest[name] == '%')
            {
                return name + 1;
            }
        }

        while (i < rest.Length && i < 12 && (char.IsAsciiDigit(rest[i]) || rest[i] is '$' or '-' or '+' or '#' or '.' or 'l' or 'h'))
        {
            i++;
        }

        var conversion = i < rest.Length && rest[i] is 's' or 'd' or 'i' or 'f' or 'u' or 'x' or 'X' or 'o' or 'e' or 'g' or 'c' or '@';
        return conversion && (i + 1 == rest.Length || !char.IsAsciiLetterOrDigit(rest[i + 1])) ? i + 1 : 0;
    }

    private static int Emoji(ReadOnlySpan<char> rest, ref int start)
    {
        var length = 0;
        for (var next = Characters.EmojiLength(rest, 0); next > 0; next = length < rest.Length ? Characters.EmojiLength(rest, length) : 0)
        {
            length += next;
        }

        if (length > 0)
        {
            return length;
        }

        if (!char.IsSurrogate(rest[0]))
        {
            return 0;
        }

        var pair = char.IsHighSurrogate(rest[0]) && rest.Length > 1 && char.IsLowSurrogate(rest[1]);
        start += pair ? 2 : 0;
        return pair ? 0 : 1;
    }

    private static int Run(ReadOnlySpan<char> text, char c)
    {
        var end = text.IndexOfAnyExcept(c);
        return end < 0 ? text.Length : end;
    }
}

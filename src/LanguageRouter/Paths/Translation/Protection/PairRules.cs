using System.Buffers;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>The rules for marks that come in pairs: brackets of links and citations, emphasis, quotation marks.</summary>
internal static class PairRules
{
    private static readonly SearchValues<char> CitationCharacters = SearchValues.Create("0123456789,-– ");

    public static int Bracket(ReadOnlySpan<char> text, int at, OpenPairs pairs)
    {
        var rest = text[at..];
        if (rest.Length > 3 && rest[1] == '[' && rest.IndexOf("]]", StringComparison.Ordinal) is var wiki and > 0)
        {
            return wiki + 2;
        }

        var depth = 0;
        var close = -1;
        for (var i = 0; i < rest.Length; i++)
        {
            depth += rest[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                close = i;
                break;
            }
        }

        if (close < 0)
        {
            return 0;
        }

        var inside = rest[1..close];
        if (inside.Length > 0 && (inside[0] == '^' || inside.IndexOfAnyExcept(CitationCharacters) < 0))
        {
            return close + 1;
        }

        if (close + 1 < rest.Length && rest[close + 1] is '(' or '[')
        {
            var end = rest[close + 1] == '(' ? TargetEnd(rest, close + 1) : rest[(close + 1)..].IndexOf(']') is var r and > 0 ? close + 1 + r : -1;
            if (end > 0)
            {
                pairs.Add(at, at + close, end + 1 - close);
                return 1;
            }
        }

        return 0;
    }

    private static int TargetEnd(ReadOnlySpan<char> rest, int open)
    {
        var depth = 0;
        for (var i = open; i < rest.Length; i++)
        {
            depth += rest[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    public static int Asterisks(ReadOnlySpan<char> text, int at, OpenPairs pairs)
    {
        var run = Run(text[at..], '*');
        if (run >= 2)
        {
            return PairOf(text, at, run, pairs);
        }

        return Single(text, at, '*', pairs);
    }

    public static int Underscores(ReadOnlySpan<char> text, int at, OpenPairs pairs)
    {
        var run = Run(text[at..], '_');
        var name = at + run;
        while (name < text.Length && (char.IsAsciiLetterOrDigit(text[name]) || text[name] == '_'))
        {
            name++;
        }

        // "__init__" and "_name" are identifiers; "__bold text__" and "_one two_" are emphasis.
        if (name > at + run && run >= 2 && text[(at + run)..name].Contains('_'))
        {
            return name - at;
        }

        return run >= 2 ? PairOf(text, at, run, pairs) : Single(text, at, '_', pairs);
    }

    private static int Single(ReadOnlySpan<char> text, int at, char mark, OpenPairs pairs)
    {
        if (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]))
        {
            return 0;
        }

        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == mark && !char.IsWhiteSpace(text[i - 1]) && (i + 1 == text.Length || text[i + 1] != mark) && text[i - 1] != mark
                && (mark == '*' || i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])))
            {
                pairs.Add(at, i, 1);
                return 1;
            }
        }

        return 0;
    }

    // A run of marks is protected whether or not its other half is in this sentence.
    public static int PairOf(ReadOnlySpan<char> text, int at, int run, OpenPairs pairs)
    {
        var found = text[(at + run)..].IndexOf(text.Slice(at, run), StringComparison.Ordinal);
        if (found > 0)
        {
            pairs.Add(at, at + run + found, run);
        }

        return run;
    }

    public static int Quotation(ReadOnlySpan<char> text, int at, char close, OpenPairs pairs)
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            depth += text[i] == text[at] ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
            {
                pairs.Add(at, i, 1);
                return 1;
            }
        }

        return 0;
    }

    public static int Lenticular(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf('】');
        return close > 1 && (rest[1..close].IndexOfAnyExcept(CitationCharacters) < 0 || rest[1..close].Contains('†')) ? close + 1 : 0;
    }

    private static int Run(ReadOnlySpan<char> text, char c)
    {
        var end = text.IndexOfAnyExcept(c);
        return end < 0 ? text.Length : end;
    }
}

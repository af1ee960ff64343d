using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Finds what is not prose in a text (code, JSON, tags, formulas, addresses) and blanks it out.</summary>
/// <remarks>
/// Linear in the length: what was looked for once to the end and not found is not looked for again, and every other look is bounded.
/// Blanks keep the positions of the prose, and line ends stay where they are.
/// </remarks>
internal static class NonProse
{
    private const char Blanked = ' ';
    private const int TagLength = 300;
    private const int FormulaLength = 400;
    private const int InlineCodeLength = 600;

    private static readonly SearchValues<char> Triggers = SearchValues.Create("`~<{[$\\:@");
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n\"'<>`|\\^{}()[]、。「」『』（）");

    // The signs of code lines too, and a letter of "www."; one pass tells that most texts hold none of them.
    private static readonly SearchValues<char> Signs = SearchValues.Create("`~<{[$\\:@;}=_#w");

    /// <summary>Says whether a text holds any sign that something else than prose, code lines included, may hold.</summary>
    public static bool MayOccur(ReadOnlySpan<char> text) => text.ContainsAny(Signs);

    /// <summary>Blanks everything that is not prose.</summary>
    /// <param name="text">The folded text, which is changed.</param>
    /// <returns>What was found.</returns>
    public static EmbeddedContent Blank(Span<char> text)
    {
        var scan = new Scan(text);
        var found = EmbeddedContent.None;
        var position = 0;
        while (position < text.Length)
        {
            var next = text[position..].IndexOfAny(Triggers);
            if (next < 0)
            {
                break;
            }

            position += next;
            var (start, end, kind) = scan.At(position);
            if (kind == EmbeddedContent.None)
            {
                position = Math.Max(end, position + 1);
                continue;
            }

            found |= kind;
            if ((kind & (EmbeddedContent.Code | EmbeddedContent.Json)) != 0 && HoldsJapanese(text[start..end]))
            {
                found |= EmbeddedContent.JapaneseLiterals;
            }

            Fill(text[start..end]);
            position = Math.Max(end, position + 1);
        }

        return BlankBareHosts(text) ? found | EmbeddedContent.Address : found;
    }

    /// <summary>Says whether kana or Han characters occur.</summary>
    public static bool HoldsJapanese(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3041', '\u9FFF');

    /// <summary>Blanks a range except for its line ends.</summary>
    public static void Fill(Span<char> range)
    {
        while (true)
        {
            var lineEnd = range.IndexOf('\n');
            if (lineEnd < 0)
            {
                range.Fill(Blanked);
                return;
            }

            range[..lineEnd].Fill(Blanked);
            range = range[(lineEnd + 1)..];
        }
    }

    // A single letter is looked for faster than a word, and is rare enough in every language.
    private static bool BlankBareHosts(Span<char> text)
    {
        var any = false;
        for (var position = 0; text[position..].IndexOf('w') is >= 0 and var next;)
        {
            position += next;
            var host = text[position..];
            if (!host.StartsWith("www.", StringComparison.Ordinal))
            {
                position++;
                continue;
            }

            var length = AddressLength(host);
            Fill(host[..length]);
            position += length;
            any = true;
        }

        return any;
    }

    private static int AddressLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny(AddressEnds);
        var address = length < 0 ? text : text[..length];
        length = address.IndexOfAnyExceptInRange('!', '~');
        length = length < 0 ? address.Length : length;

        // Sentence punctuation after an address is not part of it.
        return text[..length].TrimEnd(".,;:!?").Length;
    }

    private ref struct Scan(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _jsonFailure;
        private int _noClosing;
        private bool _noFormulaEnd;
        private bool _noEnvironmentEnd;

        public (int Start, int End, EmbeddedContent Kind) At(int position) => _text[position] switch
        {
            '`' => Ticks(position),
            '~' => Fence(position, '~'),
            '<' => Tag(position),
            '{' or '[' => Json(position),
            '$' => Dollar(position),
            '\\' => Backslash(position),
            ':' => Url(position),
            '@' => Mail(position),
            _ => default,
        };

        private readonly (int Start, int End, EmbeddedContent Kind) Ticks(int position)
        {
            var ticks = RunLength(position, '`');
            if (ticks >= 3)
            {
                return Fence(position, '`');
            }

            var within = _text.Slice(position + ticks, Math.Min(InlineCodeLength, _text.Length - position - ticks));
            var paragraph = within.IndexOf("\n\n", StringComparison.Ordinal);
            within = paragraph < 0 ? within : within[..paragraph];
            var close = within.IndexOf(ticks == 1 ? "`" : "``", StringComparison.Ordinal);
            return close < 0 ? (position, position + ticks, EmbeddedContent.None) : (position, position + ticks + close + ticks, EmbeddedContent.Code);
        }

        private readonly (int Start, int End, EmbeddedContent Kind) Fence(int position, char sign)
        {
            var length = RunLength(position, sign);
            if (length < 3)
            {
                return default;
            }

            var body = position + length;
            var close = _text[body..].IndexOf(sign == '`' ? "```" : "~~~", StringComparison.Ordinal);
            if (close >= 0)
            {
                var end = body + close;
                return (position, end + RunLength(end, sign), EmbeddedContent.Code);
            }

            // An unclosed fence at the start of a line runs to the end, as Markdown has it.
            return StartsLine(position) && sign == '`' ? (position, _text.Length, EmbeddedContent.Code) : (position, body, EmbeddedContent.None);
        }

        private (int Start, int End, EmbeddedContent Kind) Tag(int position)
        {
            if (position + 1 >= _text.Length || !(char.IsAsciiLetter(_text[position + 1]) || _text[position + 1] is '/' or '!' or '?'))
            {
                return default;
            }

            var window = _text.Slice(position + 1, Math.Min(TagLength, _text.Length - position - 1));
            var close = window.IndexOfAny('<', '>');
            if (close < 0 || window[close] == '<')
            {
                return default;
            }

            var name = window[..close];
            var nameEnd = name.IndexOfAnyExceptInRange('!', '~');
            name = nameEnd < 0 ? name : name[..nameEnd];
            var end = position + 1 + close + 1;
            if (ClosingOf(name) is { } closing && (_noClosing & closing.Bit) == 0)
            {
                var length = _text[end..].IndexOf(closing.Tag, StringComparison.OrdinalIgnoreCase);
                if (length >= 0)
                {
                    return (position, end + length, EmbeddedContent.Code | EmbeddedContent.Markup);
                }

                _noClosing |= closing.Bit;
            }

            // "a < b and c > d" is not a tag: a name is followed by its end, a space, or a slash.
            return nameEnd < 0 || window[nameEnd] is ' ' or '\n' or '\t' or '\r' ? (position, end, EmbeddedContent.Markup) : default;
        }

        private (int Start, int End, EmbeddedContent Kind) Json(int position)
        {
            if (position < _jsonFailure)
            {
                return default;
            }

            var read = JsonSpan.Read(_text[position..], out var isJson);
            if (isJson)
            {
                return (position, position + read, EmbeddedContent.Json);
            }

            _jsonFailure = position + read;
            return default;
        }

        private (int Start, int End, EmbeddedContent Kind) Dollar(int position)
        {
            if (position + 1 < _text.Length && _text[position + 1] == '$')
            {
                return _noFormulaEnd ? default : Formula(position, 2, "$$", ref _noFormulaEnd);
            }

            var window = _text.Slice(position + 1, Math.Min(FormulaLength, _text.Length - position - 1));
            var close = window.IndexOfAny('$', '\n');
            if (close <= 0 || window[close] == '\n' || window[0] == ' ' || window[close - 1] == ' ')
            {
                return default;
            }

            // "costs $5 and $6" is prose; a formula has a command, a script, an operator or is a short symbol.
            var formula = window[..close];
            return close <= 3 || formula.ContainsAny('\\', '^', '_') || formula.ContainsAny('=', '{', '+')
                ? (position, position + close + 2, EmbeddedContent.Latex)
                : default;
        }

        private (int Start, int End, EmbeddedContent Kind) Backslash(int position)
        {
            var after = _text[(position + 1)..];
            if (after.IsEmpty)
            {
                return default;
            }

            if (after[0] is '(' or '[')
            {
                var window = after[..Math.Min(FormulaLength * 4, after.Length)];
                var close = window.IndexOf(after[0] == '(' ? "\\)" : "\\]", StringComparison.Ordinal);
                return close < 0 ? default : (position, position + close + 3, EmbeddedContent.Latex);
            }

            if (after.StartsWith("begin{", StringComparison.Ordinal) && !_noEnvironmentEnd)
            {
                return Formula(position, 7, "\\end{", ref _noEnvironmentEnd);
            }

            var length = after.IndexOfAnyExceptInRange('a', 'z');
            length = length < 0 ? after.Length : length;
            return length is >= 2 and <= 16 ? (position, position + 1 + length, EmbeddedContent.Latex) : default;
        }

        private readonly (int Start, int End, EmbeddedContent Kind) Formula(int position, int open, string closing, ref bool missing)
        {
            var body = Math.Min(position + open, _text.Length);
            var close = _text[body..].IndexOf(closing, StringComparison.Ordinal);
            missing = close < 0;
            return missing ? default : (position, body + close + closing.Length, EmbeddedContent.Latex);
        }

        private readonly (int Start, int End, EmbeddedContent Kind) Url(int position)
        {
            if (!_text[(position + 1)..].StartsWith("//", StringComparison.Ordinal))
            {
                return default;
            }

            var start = position;
            while (start > 0 && position - start < 12 && char.IsAsciiLetter(_text[start - 1]))
            {
                start--;
            }

            return start == position ? default : (start, position + AddressLength(_text[position..]), EmbeddedContent.Address);
        }

        private readonly (int Start, int End, EmbeddedContent Kind) Mail(int position)
        {
            var start = position;
            while (start > 0 && position - start < 64 && IsMailCharacter(_text[start - 1]))
            {
                start--;
            }

            var end = position + 1;
            var dotted = false;
            while (end < _text.Length && end - position < 255 && IsMailCharacter(_text[end]))
            {
                dotted |= _text[end++] == '.';
            }

            return start < position && dotted ? (start, end, EmbeddedContent.Address) : default;
        }

        private static (string Tag, int Bit)? ClosingOf(ReadOnlySpan<char> name) => name switch
        {
            "code" or "CODE" => ("</code", 1),
            "pre" or "PRE" => ("</pre", 2),
            "script" or "SCRIPT" => ("</script", 4),
            "style" or "STYLE" => ("</style", 8),
            _ => null,
        };

        private static bool IsMailCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';

        private readonly int RunLength(int position, char sign)
        {
            var length = _text[position..].IndexOfAnyExcept(sign);
            return length < 0 ? _text.Length - position : length;
        }

        private readonly bool StartsLine(int position)
        {
            var before = _text[..position].TrimEnd(' ');
            return before.IsEmpty || before[^1] is '\n' or '\r';
        }
    }
}

using System.Globalization;
using System.Text;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>A regular expression as tokenizer files write them, over code points.</summary>
/// <remarks>
/// <see cref="System.Text.RegularExpressions.Regex"/> sees UTF-16 units, for which a character outside the basic plane is no letter. Supported is
/// what published files use: classes with categories, groups, alternatives, greedy and possessive repetition of
/// single characters, optional groups, look-ahead, <c>(?i:...)</c> for ASCII letters. All else is an error that names
/// it. White space is Unicode's White_Space, as in the Rust library.
/// </remarks>
internal sealed class Pattern
{
    private readonly string _pattern;
    private readonly PatternNode _start;
    private int _at;
    private bool _ignoreCase;

    /// <exception cref="InvalidDataException">The pattern has something that is not supported.</exception>
    public Pattern(string pattern)
    {
        _pattern = pattern;
        _start = Alternatives()(new PatternNode.End());
        if (_at < pattern.Length)
        {
            throw Unsupported($"'{pattern[_at]}'");
        }
    }

    private delegate PatternNode Build(PatternNode next);

    /// <summary>Finds the first match that is not empty.</summary>
    public bool Find(string text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length; start += char.IsHighSurrogate(text[start]) ? 2 : 1)
        {
            end = _start.Match(text, start);
            if (end > start)
            {
                return true;
            }
        }

        end = -1;
        return false;
    }

    private InvalidDataException Unsupported(string what) => new($"The pattern of the tokenizer file has {what}, which is not supported: {_pattern}");

    private bool Take(string words)
    {
        if (string.CompareOrdinal(_pattern, _at, words, 0, words.Length) != 0)
        {
            return false;
        }

        _at += words.Length;
        return true;
    }

    private Build Alternatives()
    {
        var branches = new List<Build> { Sequence() };
        while (Take("|"))
        {
            branches.Add(Sequence());
        }

        return branches.Count == 1 ? branches[0] : next => new PatternNode.Alternatives([.. branches.Select(branch => branch(next))]);
    }

    private Build Sequence()
    {
        var steps = new List<Build>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            steps.Add(Step());
        }

        return next =>
        {
            for (var i = steps.Count - 1; i >= 0; i--)
            {
                next = steps[i](next);
            }

            return next;
        };
    }

    private Build Step()
    {
        if (Take("^"))
        {
            return next => new PatternNode.Edge(atStart: true, next);
        }

        if (Take("$"))
        {
            return next => new PatternNode.Edge(atStart: false, next);
        }

        return Take("(") ? Group() : Repeated(Character());
    }

    private Build Group()
    {
        if (Take("?!") || Take("?="))
        {
            var negated = _pattern[_at - 1] == '!';
            var ahead = Alternatives()(new PatternNode.End());
            Close();
            return next => new PatternNode.Look(ahead, negated, next);
        }

        var outer = _ignoreCase;
        if (Take("?i:"))
        {
            _ignoreCase = true;
        }
        else if (!Take("?:") && _at < _pattern.Length && _pattern[_at] == '?')
        {
            throw Unsupported("a group '(" + _pattern.AsSpan(_at, Math.Min(3, _pattern.Length - _at)).ToString() + "'");
        }

        var inner = Alternatives();
        Close();
        _ignoreCase = outer;
        if (Take("?"))
        {
            return next => new PatternNode.Alternatives([inner(next), next]);
        }

        return _at < _pattern.Length && _pattern[_at] is '*' or '+' or '{' ? throw Unsupported("a repeated group") : inner;
    }

    private void Close()
    {
        if (!Take(")"))
        {
            throw Unsupported("an open group");
        }
    }

    private Build Repeated(CharacterClass characters)
    {
        var (least, most) = Take("*") ? (0, int.MaxValue) : Take("+") ? (1, int.MaxValue) : Take("?") ? (0, 1) : Take("{") ? Bounds() : (1, 1);
        var possessive = (least, most) != (1, 1) && Take("+");
        return (least, most) != (1, 1) && Take("?") ? throw Unsupported("lazy repetition") : next => new PatternNode.Repeat(characters, least, most, possessive, next);
    }

    private (int Least, int Most) Bounds()
    {
        var close = _pattern.IndexOf('}', _at);
        var parts = close < 0 ? [] : _pattern[_at..close].Split(',');
        _at = close + 1;
        return parts.Length is 1 or 2 && int.TryParse(parts[0].Length == 0 ? "0" : parts[0], CultureInfo.InvariantCulture, out var least)
            && int.TryParse(parts[^1].Length == 0 ? $"{int.MaxValue}" : parts[^1], CultureInfo.InvariantCulture, out var most)
            ? (least, most) : throw Unsupported("a repetition without numbers");
    }

    private CharacterClass Character()
    {
        if (Take("["))
        {
            return Set();
        }

        if (Take("."))
        {
            return CharacterClass.AnyButNewline;
        }

        if (_pattern[_at] is '*' or '+' or '?' or '{')
        {
            throw Unsupported($"'{_pattern[_at]}' without something to repeat");
        }

        return Take("\\") ? Escape() ?? Literal(EscapedCharacter()) : Literal(NextCharacter());
    }

    private CharacterClass Literal(int character)
    {
        var found = new CharacterClass().Add(character, character);
        if (_ignoreCase && char.IsAsciiLetter((char)character))
        {
            found.Add(character ^ 0x20, character ^ 0x20);

            // The two characters outside ASCII that fold to an ASCII letter.
            var folded = (char)(character | 0x20) switch { 's' => 0x17F, 'k' => 0x212A, _ => character };
            found.Add(folded, folded);
        }

        return found.Freeze();
    }

    private CharacterClass Set()
    {
        var set = new CharacterClass { Negated = Take("^") };
        for (var first = true; !Take("]") || first; first = false)
        {
            if (_at >= _pattern.Length || Take("&&") || Take("[:"))
            {
                throw Unsupported("a set that is open, an intersection or a named class");
            }

            if (Take("["))
            {
                set.Add(Set());
                continue;
            }

            var escaped = Take("\\");
            if (escaped && Escape() is { } named)
            {
                set.Add(named);
                continue;
            }

            var from = escaped ? EscapedCharacter() : NextCharacter();
            var to = from;
            if (_at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                to = Take("\\") ? EscapedCharacter() : NextCharacter();
            }

            if (_ignoreCase)
            {
                throw Unsupported("a set under (?i:");
            }

            set.Add(from, to);
        }

        return set.Freeze();
    }

    // A named class after a backslash; null where a single character follows.
    private CharacterClass? Escape()
    {
        var letter = _at < _pattern.Length ? _pattern[_at] : throw Unsupported("a backslash at its end");
        if (!char.IsAsciiLetter(letter) || letter is 'n' or 'r' or 't' or 'f' or 'v' or 'x' or 'u')
        {
            return null;
        }

        _at++;
        switch (letter)
        {
            case 's' or 'S':
                var space = new CharacterClass { Negated = letter == 'S' };
                foreach (var (from, to) in new[] { (0x9, 0xD), (0x20, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000) })
                {
                    space.Add(from, to);
                }

                return space.Freeze();
            case 'd' or 'D':
                var digit = new CharacterClass { Negated = letter == 'D' };
                digit.AddCategory("Nd");
                return digit.Freeze();
            case 'p' or 'P':
                return Category(letter == 'P');
            default:
                throw Unsupported($"'\\{letter}'");
        }
    }

    private CharacterClass Category(bool negated)
    {
        var close = Take("{") ? _pattern.IndexOf('}', _at) : _at + 1;
        if (close <= _at || close > _pattern.Length)
        {
            throw Unsupported("an open category");
        }

        var name = _pattern[_at..close];
        _at = close + (close < _pattern.Length && _pattern[close] == '}' ? 1 : 0);
        var category = new CharacterClass { Negated = negated ^ name.StartsWith('^') };
        return category.AddCategory(name.TrimStart('^')) ? category.Freeze() : throw Unsupported($"the category '{name}'");
    }

    private int EscapedCharacter()
    {
        var letter = NextCharacter();
        return letter switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\f',
            'v' => '\v',
            'x' => Hex(2),
            'u' => Hex(4),
            _ => letter,
        };
    }

    private int Hex(int digits)
    {
        var braced = Take("{");
        var length = braced ? _pattern.IndexOf('}', _at) - _at : digits;
        if (length <= 0 || _at + length > _pattern.Length || !int.TryParse(_pattern.AsSpan(_at, length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            throw Unsupported("a character by number that cannot be read");
        }

        _at += length + (braced ? 1 : 0);
        return value;
    }

    private int NextCharacter()
    {
        if (_at >= _pattern.Length || !Rune.TryGetRuneAt(_pattern, _at, out var rune))
        {
            throw Unsupported("an end where a character should be");
        }

        _at += rune.Utf16SequenceLength;
        return rune.Value;
    }
}

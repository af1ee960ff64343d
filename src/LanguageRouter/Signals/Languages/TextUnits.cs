using System.Numerics;
using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>Divides a text into units (sentences, lines, quotations), with the letters of each counted by script.</summary>
/// <remarks>Long texts are divided finely at both ends, where instructions stand, and into blocks in the middle, so that the cost stays linear and small.</remarks>
internal ref struct TextUnits
{
    /// <summary>The most units of one text.</summary>
    public const int Capacity = Head + Middle + Tail;

    private const int Head = 80;
    private const int Middle = 64;
    private const int Tail = 48;

    /// <summary>Characters divided finely at each end of a long text.</summary>
    private const int FineCharacters = 4096;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<TextUnit> _units;
    private TextUnit _open;
    private int _count;
    private int _limit;
    private bool _quoted;
    private int _firstQuoted;

    private TextUnits(ReadOnlySpan<char> text, Span<TextUnit> units)
    {
        _text = text;
        _units = units;
    }

    /// <summary>Divides a text.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Room for <see cref="Capacity"/> units.</param>
    /// <returns>The number of units that hold letters.</returns>
    public static int Divide(ReadOnlySpan<char> text, Span<TextUnit> units)
    {
        var divider = new TextUnits(text, units) { _limit = Head };
        var length = text.Length;
        var middleEnd = length <= FineCharacters * 4 ? 0 : (length - FineCharacters) & ~(ScriptMasks.Width - 1);
        divider.Fine(0, middleEnd == 0 ? length : FineCharacters);
        if (middleEnd != 0)
        {
            divider._limit = Head + Middle;
            divider.Coarse(FineCharacters, middleEnd);
            divider._limit = Capacity;
            divider.Fine(middleEnd, length);
        }

        if (divider._quoted)
        {
            divider.Unquote();
        }

        return divider._count;
    }

    [SkipLocalsInit]
    private void Fine(int from, int to)
    {
        scoped Span<char> last = stackalloc char[ScriptMasks.Width];
        for (var position = from; position < to; position += ScriptMasks.Width)
        {
            scoped var block = _text[position..Math.Min(to, position + ScriptMasks.Width)];
            if (block.Length < ScriptMasks.Width)
            {
                block.CopyTo(last);
                last[block.Length..].Fill(' ');
                block = last;
            }

            var masks = ScriptMasks.Classify(block);
            var rest = ulong.MaxValue;
            for (var boundary = masks.Boundary; boundary != 0; boundary &= boundary - 1)
            {
                var bit = BitOperations.TrailingZeroCount(boundary);
                if (!Divides(position + bit))
                {
                    continue;
                }

                var until = (2UL << bit) - 1;
                Count(in masks, rest & until, position);
                rest &= ~until;
                Close(position + bit + 1);
            }

            Count(in masks, rest, position);
        }

        Close(to);
    }

    [SkipLocalsInit]
    private void Coarse(int from, int to)
    {
        var size = Math.Max(1024, (((to - from) / Middle) | (ScriptMasks.Width - 1)) + 1);
        for (var start = from; start < to; start += size)
        {
            var end = Math.Min(to, start + size);
            for (var position = start; position < end; position += ScriptMasks.Width)
            {
                var masks = ScriptMasks.Classify(_text.Slice(position, ScriptMasks.Width));
                Count(in masks, ulong.MaxValue, position);
            }

            Close(end);
        }
    }

    private readonly bool Divides(int position)
    {
        var next = position + 1 < _text.Length ? _text[position + 1] : '\n';
        return _text[position] switch
        {
            // "3.14", "e.g.x", "10:30" and "file.cs" go on.
            '.' or ':' => next is ' ' or '\n' or '\r' or '"' || next >= '\u2010',
            '?' or '!' => !char.IsAsciiLetterOrDigit(next),
            _ => true,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(in ScriptMasks masks, ulong part, int position)
    {
        _open.Hiragana += BitOperations.PopCount(masks.Hiragana & part);
        _open.Katakana += BitOperations.PopCount(masks.Katakana & part);
        _open.Han += BitOperations.PopCount(masks.Han & part);
        _open.Latin += BitOperations.PopCount(masks.Latin & part);
        _open.Hangul += BitOperations.PopCount(masks.Hangul & part);
        _open.CodeSigns += BitOperations.PopCount(masks.CodeSigns & part);
        if ((masks.Rare & part) != 0)
        {
            CountRare(masks.Rare & part, position);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountRare(ulong rare, int position)
    {
        for (; rare != 0; rare &= rare - 1)
        {
            var at = position + BitOperations.TrailingZeroCount(rare);
            var c = _text[at];
            var script = char.IsHighSurrogate(c) && at + 1 < _text.Length ? LetterScripts.Of(c, _text[at + 1]) : LetterScripts.Of(c);
            switch (script)
            {
                case LetterScript.None:
                    break;
                case LetterScript.Latin:
                    _open.Latin++;
                    break;
                case LetterScript.Kana:
                    _open.Katakana++;
                    break;
                case LetterScript.Han:
                    _open.Han++;
                    break;
                case LetterScript.Hangul:
                    _open.Hangul++;
                    break;
                default:
                    _open.Other++;
                    _open.OtherScript = script;
                    break;
            }
        }
    }

    private void Close(int end)
    {
        var terminator = end > 0 && end <= _text.Length ? _text[end - 1] : '\0';
        var start = _open.Start;
        if (_open.Letters > 0)
        {
            _open.End = end;
            _open.Terminator = terminator;
            _open.Quoted = _quoted;
            if (_count < _limit)
            {
                _units[_count++] = _open;
            }
            else
            {
                Merge(ref _units[_count - 1], in _open);
            }
        }
        else if (_count > 0 && _units[_count - 1].End == start && terminator is '\n' or ':')
        {
            _units[_count - 1].Terminator = terminator;
        }

        SetQuoted(terminator);
        _open = default;
        _open.Start = end;
    }

    private void SetQuoted(char terminator)
    {
        var wasQuoted = _quoted;
        _quoted = terminator switch
        {
            '「' or '『' or '“' => true,
            '」' or '』' or '”' or '\n' or '\r' => false,
            '"' => !_quoted,
            _ => _quoted,
        };
        if (_quoted && !wasQuoted)
        {
            _firstQuoted = _count;
        }
        else if (wasQuoted && terminator is '\n' or '\r')
        {
            Unquote();
        }
    }

    // A quotation mark that the line does not close quoted nothing.
    private readonly void Unquote()
    {
        for (var i = _firstQuoted; i < _count; i++)
        {
            _units[i].Quoted = false;
        }
    }

    private static void Merge(ref TextUnit into, in TextUnit unit)
    {
        into.End = unit.End;
        into.Hiragana += unit.Hiragana;
        into.Katakana += unit.Katakana;
        into.Han += unit.Han;
        into.Latin += unit.Latin;
        into.Hangul += unit.Hangul;
        into.Other += unit.Other;
        into.OtherScript = unit.Other > 0 ? unit.OtherScript : into.OtherScript;
        into.CodeSigns += unit.CodeSigns;
        into.Terminator = unit.Terminator;
        into.Quoted &= unit.Quoted;
    }
}

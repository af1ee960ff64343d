using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace LanguageRouter.Tokens;

/// <summary>Cuts a text into the pieces that byte-pair merging never crosses.</summary>
/// <remarks>
/// Written by hand after the patterns of the tokenizers, on code points and without backtracking:
/// <code>
/// o200k_base   [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
///              [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?
///              \p{N}{1,3}   ?[^\s\p{L}\p{N}]+[\r\n/]*   \s*[\r\n]+   \s+(?!\S)   \s+
/// cl100k_base  '(?i:[sdmt]|ll|ve|re)   [^\r\n\p{L}\p{N}]?+\p{L}++   \p{N}{1,3}+   ?[^\s\p{L}\p{N}]++[\r\n]*+
///              \s++$   \s*[\r\n]   \s+(?!\S)   \s
/// </code>
/// A lone surrogate is read as U+FFFD.
/// </remarks>
internal sealed class TextSplitter(ulong[] records, bool isO200kBase)
{
    private const char FirstBeyondAscii = '\u0080';
    private const uint WordPart = CharacterRecord.Upper | CharacterRecord.Lower;
    private const uint Solid = CharacterRecord.Letter | CharacterRecord.Number | CharacterRecord.Space;

    /// <summary>Gets the end of the piece that begins at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The beginning of a piece, inside the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EndOfPiece(ReadOnlySpan<char> text, int start) =>
        isO200kBase ? EndOfO200kPiece(text, start) : EndOfCl100kPiece(text, start);

    private int EndOfO200kPiece(ReadOnlySpan<char> text, int start)
    {
        var first = Read(text, start, out var width);
        var next = start + width;
        if ((first & (CharacterRecord.NewLine | CharacterRecord.Number | CharacterRecord.Letter)) == 0)
        {
            // 1. One character that is no letter may lead a word; a mark is a word by itself where none follows.
            var end = EndOfWord(text, next, out var lower);
            if ((first & WordPart) != 0 && !lower)
            {
                end = next;
            }
            else if (end == next)
            {
                return EndOfOther(text, start, first, next);
            }

            return EndOfContraction(text, end);
        }

        if ((first & CharacterRecord.Letter) != 0)
        {
            return EndOfContraction(text, EndOfWord(text, start, out _));
        }

        return (first & CharacterRecord.Number) != 0 ? EndOfNumber(text, next) : EndOfSpace(text, start);
    }

    private int EndOfCl100kPiece(ReadOnlySpan<char> text, int start)
    {
        var first = Read(text, start, out var width);
        var next = start + width;
        if ((first & CharacterRecord.Letter) != 0)
        {
            return EndOfRun(text, next, CharacterRecord.Letter);
        }

        if ((first & CharacterRecord.Number) != 0)
        {
            return EndOfNumber(text, next);
        }

        if ((first & CharacterRecord.NewLine) != 0)
        {
            return EndOfSpace(text, start);
        }

        if (text[start] == '\'' && EndOfContraction(text, start) is var contraction && contraction > start)
        {
            return contraction;
        }

        var end = EndOfRun(text, next, CharacterRecord.Letter);
        return end > next ? end : EndOfOther(text, start, first, next);
    }

    /// <summary>Gets the end of upper, then lower letters; where only upper ones stand, of those.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word may begin.</param>
    /// <param name="lower">Whether the word ends in the lower part, as the first alternative of the pattern wants it.</param>
    private int EndOfWord(ReadOnlySpan<char> text, int start, out bool lower)
    {
        var position = start;
        var both = -1;
        uint record = 0;
        while (position < text.Length)
        {
            record = (uint)records[text[position]];
            var width = 1;
            if ((record & CharacterRecord.Surrogate) != 0)
            {
                record = Read(text, position, out width);
            }

            if ((record & CharacterRecord.Upper) == 0)
            {
                break;
            }

            position += width;
            if ((record & CharacterRecord.Lower) != 0)
            {
                both = position;
            }
        }

        if (position < text.Length && (record & CharacterRecord.Lower) != 0)
        {
            lower = true;
            return EndOfRun(text, position + (char.IsHighSurrogate(text[position]) ? 2 : 1), CharacterRecord.Lower);
        }

        // Only letters that are neither upper nor lower can be given back to the second part.
        lower = both >= 0;
        return lower ? both : position;
    }

    private int EndOfOther(ReadOnlySpan<char> text, int start, uint first, int next)
    {
        if ((first & CharacterRecord.Space) != 0)
        {
            if (text[start] != ' ' || next == text.Length || (Read(text, next, out var width) & Solid) != 0)
            {
                return EndOfSpace(text, start);
            }

            next += width;
        }

        var position = next;
        while (position < text.Length && (Read(text, position, out var width) & Solid) == 0)
        {
            position += width;
        }

        while (position < text.Length && (text[position] is '\r' or '\n' || (isO200kBase && text[position] == '/')))
        {
            position++;
        }

        return position;
    }

    private int EndOfSpace(ReadOnlySpan<char> text, int start)
    {
        var position = start;
        var afterNewLine = -1;
        while (position < text.Length)
        {
            var record = (uint)records[text[position]];
            if ((record & CharacterRecord.Space) == 0)
            {
                break;
            }

            position++;
            if ((record & CharacterRecord.NewLine) != 0)
            {
                afterNewLine = position;
            }
        }

        if (position == text.Length && !isO200kBase)
        {
            return position;
        }

        if (afterNewLine >= 0)
        {
            return afterNewLine;
        }

        // The last of several spaces is left to what follows it.
        return position == text.Length || position - start == 1 ? position : position - 1;
    }

    private int EndOfNumber(ReadOnlySpan<char> text, int position)
    {
        for (var more = 0; more < 2 && position < text.Length && (Read(text, position, out var width) & CharacterRecord.Number) != 0; more++)
        {
            position += width;
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EndOfRun(ReadOnlySpan<char> text, int position, uint kind)
    {
        // What follows an ASCII character is mostly ASCII.
        position = text[position - 1] < FirstBeyondAscii ? EndOfAsciiRun(text, position, kind) : position;
        while (position < text.Length)
        {
            var record = (uint)records[text[position]];
            if ((record & kind) != 0)
            {
                position++;
            }
            else if ((record & CharacterRecord.Surrogate) != 0 && (Read(text, position, out var width) & kind) != 0)
            {
                position += width;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    // Sixteen characters at a time: how long a word is cannot be foreseen, and a loop over its letters ends in a wrong guess.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfAsciiRun(ReadOnlySpan<char> text, int position, uint kind)
    {
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        while (position <= text.Length - Vector256<ushort>.Count)
        {
            var block = Vector256.LoadUnsafe(ref start, (nuint)position);
            block = kind == CharacterRecord.Letter ? block | Vector256.Create((ushort)0x20) : block;
            var letters = Vector256.LessThanOrEqual(block - Vector256.Create((ushort)'a'), Vector256.Create((ushort)('z' - 'a')));
            var length = BitOperations.TrailingZeroCount(~letters.ExtractMostSignificantBits());
            position += length;
            if (length < Vector256<ushort>.Count)
            {
                break;
            }
        }

        return position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfContraction(ReadOnlySpan<char> text, int position) =>
        (uint)position < (uint)text.Length && text[position] == '\'' ? EndOfContractionAfterQuote(text, position) : position;

    private static int EndOfContractionAfterQuote(ReadOnlySpan<char> text, int position)
    {
        if (position + 1 >= text.Length)
        {
            return position;
        }

        var first = text[position + 1] | 0x20;
        if (first is 's' or 't' or 'm' or 'd' && text[position + 1] < 0x80)
        {
            return position + 2;
        }

        if (position + 2 >= text.Length || text[position + 1] >= 0x80 || text[position + 2] >= 0x80)
        {
            return position;
        }

        return (first, text[position + 2] | 0x20) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? position + 3 : position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Read(ReadOnlySpan<char> text, int position, out int width)
    {
        var record = (uint)records[text[position]];
        width = 1;
        return (record & CharacterRecord.Surrogate) == 0 ? record : ReadPair(text, position, out width);
    }

    private static uint ReadPair(ReadOnlySpan<char> text, int position, out int width)
    {
        if (position + 1 < text.Length && Rune.TryCreate(text[position], text[position + 1], out var rune))
        {
            width = 2;
            return CharacterRecord.ClassOf(rune.Value);
        }

        width = 1;
        return CharacterRecord.ClassOf(Rune.ReplacementChar.Value);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Divides a turn into the units whose runs the model knows.</summary>
/// <remarks>
/// A unit is a Japanese character, a word of ASCII letters, a number or a mark. What stands in quotes has units of its own, so that a request that is only quoted
/// (「翻訳してください」を敬語に) is told from one that is made. The trainer and the model read the same units.
/// </remarks>
internal static class TaskUnits
{
    /// <summary>How many units stand before the first of a text, so that every unit has three before it.</summary>
    public const int Lead = 3;

    /// <summary>A buffer of this size holds the units of every text, with room behind them for a block that is written as a whole.</summary>
    public const int Capacity = Lead + Most + 2 + Block;

    // A turn with a list of answers is read as a whole, up to here.
    private const int Most = 800;

    // Judgement: the first and the last line are the instruction, or so much of the start and the end; a turn that these two cover is one as a whole.
    private const int ShortLine = 30;
    private const int LineReach = 100;

    private const int Block = 16;
    private const uint FirstBeyondAscii = 0x80;

    private const uint Quoted = 0x1_0000;
    private const uint QuotedWord = 0x100_0000;
    private const uint Word = 0x8000_0000;
    private const uint Start = 1;
    private const uint End = 2;
    private const uint Gap = 3;
    private const uint Number = 4;

    /// <summary>Says whether a unit is a word or a number, and no character.</summary>
    /// <param name="unit">The unit.</param>
    public static bool IsWord(uint unit) => (int)unit < 0;

    /// <summary>Reads the units.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="units">Room for <see cref="Capacity"/> units.</param>
    /// <returns>How many there are, <see cref="Lead"/> included.</returns>
    public static int Read(ReadOnlySpan<char> text, ChoiceList choices, Span<uint> units)
    {
        units[..(Lead - 1)].Clear();
        units[Lead - 1] = Start;
        var count = Lead;
        var (head, tail) = choices.IsPresent ? (text.Length, text.Length) : (HeadEnd(text), TailStart(text));
        if (head >= tail)
        {
            Read(text[..Math.Min(text.Length, Most)], units, ref count);
        }
        else
        {
            Read(text[..head], units, ref count);
            units[count++] = Gap;
            Read(text[tail..], units, ref count);
        }

        units[count++] = End;
        return count;
    }

    private static int HeadEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length <= ShortLine ? -1 : text[ShortLine..Math.Min(text.Length, LineReach)].IndexOf('\n');
        return end < 0 ? Math.Min(text.Length, LineReach) : ShortLine + end;
    }

    private static int TailStart(ReadOnlySpan<char> text)
    {
        var from = Math.Max(0, text.Length - LineReach);
        var start = text.Length <= 4 ? -1 : text[from..^4].LastIndexOf('\n');
        return start < 0 ? Math.Max(0, text.Length - LineReach) : from + start;
    }

    private static void Read(ReadOnlySpan<char> text, Span<uint> units, ref int count)
    {
        var quoteEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            if (i >= quoteEnd && text.Length - i >= Block && CopyPlain(text[i..], units[count..]) is > 0 and var plain)
            {
                count += plain;
                i += plain;
                continue;
            }

            uint c = text[i];
            if (c < FirstBeyondAscii)
            {
                if (c == ' ')
                {
                    i++;
                    continue;
                }

                if (char.IsAsciiLetterOrDigit((char)c))
                {
                    units[count++] = WordAt(text, ref i) | (i <= quoteEnd ? QuotedWord : 0);
                    continue;
                }
            }

            if (c is '「' or '『' or '“' or '"' && i >= quoteEnd)
            {
                quoteEnd = QuoteEnd(text, i);
            }

            units[count++] = i < quoteEnd ? c | Quoted : c;
            i++;
        }
    }

    // Copies a block of characters up to the first that is ASCII or opens a quotation.
    private static int CopyPlain(ReadOnlySpan<char> text, Span<uint> units)
    {
        var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text[..Block])));
        var special = Vector256.LessThan(block, Vector256.Create((ushort)FirstBeyondAscii))
            | Vector256.Equals(block, Vector256.Create((ushort)'「')) | Vector256.Equals(block, Vector256.Create((ushort)'『')) | Vector256.Equals(block, Vector256.Create((ushort)'“'));
        var (low, high) = Vector256.Widen(block);
        low.CopyTo(units);
        high.CopyTo(units[Vector256<uint>.Count..]);
        return Math.Min(Block, BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits()));
    }

    // A number is one unit whatever its value; a word is the hash of its letters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint WordAt(ReadOnlySpan<char> text, ref int i)
    {
        if (char.IsAsciiDigit(text[i]))
        {
            var from = i;
            while (++i < text.Length && char.IsAsciiDigit(text[i]))
            {
            }

            return Word | (Number + (uint)Math.Min(i - from, 4));
        }

        var hash = 0u;
        do
        {
            hash = (hash ^ text[i]) * 0x0100_0193;
        }
        while (++i < text.Length && char.IsAsciiLetter(text[i]));
        return (hash & ~QuotedWord) | Word;
    }

    private static int QuoteEnd(ReadOnlySpan<char> text, int open)
    {
        var rest = text[(open + 1)..];
        var length = text[open] switch
        {
            '「' => rest.IndexOf('」'),
            '『' => rest.IndexOf('』'),
            '“' => rest.IndexOf('”'),
            _ => rest.IndexOfAny('"', '\n') is >= 0 and var at && rest[at] == '"' ? at : -1,
        };
        return length < 0 ? open : open + 1 + length;
    }
}

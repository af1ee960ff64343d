using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>The part of a turn in which an instruction stands, folded to the form that the phrase tables use.</summary>
/// <remarks>
/// Texts longer than two windows are read only at their start and end: an instruction stands before or after its material, so the cost stays bounded.
/// Folded means: one width, ASCII in lower case, no space beside a Japanese character, one space or one line break for any run of them, no closing full stop.
/// </remarks>
internal static class InstructionText
{
    /// <summary>How many characters are read at the start and at the end of a text.</summary>
    public const int Window = 1_500;

    /// <summary>A buffer of this size holds every folded text.</summary>
    public const int BufferSize = (2 * Window) + 1 + 64;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r\v\f\u0085\u2028\u2029\u200b\ufeff");

    private static readonly SearchValues<char> Closing = SearchValues.Create("。、.,!． \n");

    /// <summary>Folds a text into a buffer.</summary>
    /// <param name="text">Any UTF-16 text.</param>
    /// <param name="buffer">At least <see cref="BufferSize"/> characters.</param>
    /// <returns>The folded text, within the buffer.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text = text.Trim();
        int length;
        if (text.Length <= 2 * Window)
        {
            length = Copy(text, buffer);
        }
        else
        {
            length = Copy(text[..Window], buffer);
            buffer[length++] = '\n';
            length += Copy(text[^Window..], buffer[length..]);
        }

        var folded = buffer[..length];
        LowerAscii(folded);
        folded = folded[..Squeeze(folded)];
        var end = folded.LastIndexOfAnyExcept(Closing);
        return folded[..(end + 1)];
    }

    private static int Copy(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int written;
        while (!TextFolding.TryFold(text, buffer, out written))
        {
            // Only a text full of characters that expand comes here.
            text = text[..(text.Length * 3 / 4)];
        }

        return written;
    }

    private static void LowerAscii(Span<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var i = 0;
        for (; i <= units.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            var block = new Vector<ushort>(units[i..]);
            var upper = Vector.LessThanOrEqual(block - new Vector<ushort>('A'), new Vector<ushort>('Z' - 'A'));
            (block | (upper & new Vector<ushort>(0x20))).CopyTo(units[i..]);
        }

        for (; i < units.Length; i++)
        {
            if (char.IsAsciiLetterUpper((char)units[i]))
            {
                units[i] |= 0x20;
            }
        }
    }

    private static int Squeeze(Span<char> text)
    {
        var read = text.IndexOfAny(Spaces);
        if (read < 0)
        {
            return text.Length;
        }

        var written = read;
        while (read < text.Length)
        {
            // 1. One run of spaces becomes a line break, a space or nothing.
            var run = text[read..].IndexOfAnyExcept(Spaces);
            var end = run < 0 ? text.Length : read + run;
            if (end == text.Length)
            {
                break;
            }

            if (written > 0)
            {
                if (text[read..end].ContainsAny('\n', '\r'))
                {
                    text[written++] = '\n';
                }
                else if (text[written - 1] < '\u2E80' && text[end] < '\u2E80')
                {
                    text[written++] = ' ';
                }
            }

            // 2. The characters up to the next run move up.
            var next = text[end..].IndexOfAny(Spaces);
            var stop = next < 0 ? text.Length : end + next;
            text[end..stop].CopyTo(text[written..]);
            written += stop - end;
            read = stop;
        }

        return written;
    }
}

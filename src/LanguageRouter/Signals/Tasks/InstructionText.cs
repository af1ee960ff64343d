using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Tasks;

/// <summary>The part of a turn in which an instruction stands, folded to the form that the phrase tables use.</summary>
/// <remarks>
/// Texts longer than two windows are read only at their start and end: an instruction stands before or after its material, so the cost stays bounded. A window ends where a line or
/// sentence does, from <see cref="ShortWindow"/> characters on.
/// Folded means: one width, ASCII in lower case, no space beside a Japanese character, one space or one line break for any run of them, no closing full stop.
/// </remarks>
internal static class InstructionText
{
    /// <summary>How many characters are read at the start and at the end of a text.</summary>
    public const int Window = 200;

    /// <summary>A buffer of this size holds every folded text.</summary>
    public const int BufferSize = (2 * Raw) + 64;

    // So much is folded at each end.
    private const int Raw = 2 * Window;

    // From here on characters are Japanese, Chinese or Korean: a space beside them says nothing.
    private const char FirstWide = '\u2E80';

    /// <summary>How many characters are read at least, where a line or sentence ends within a window.</summary>
    public const int ShortWindow = 100;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\n。!?");

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r\v\f");

    private static readonly SearchValues<char> Closing = SearchValues.Create("。、.,! \n");

    /// <summary>Folds a text into a buffer.</summary>
    /// <param name="text">Any UTF-16 text.</param>
    /// <param name="buffer">At least <see cref="BufferSize"/> characters.</param>
    /// <returns>The folded text, within the buffer.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        // 1. What is cut is cut from folded text, so that width and spaces do not move the windows; spaces and narrow forms take up to twice the room.
        text = text.Trim();
        if (text.Length <= 2 * Raw)
        {
            var whole = buffer[..Copy(text, buffer)];
            whole = Closed(whole[..Squeeze(whole)]);
            var (first, last) = (HeadOf(whole), TailOf(whole));
            return first + last >= whole.Length ? whole : Join(buffer, first, whole[^last..]);
        }

        // 2. A long text: its start and its end alone.
        var head = buffer[..Copy(text[..Raw], buffer)];
        head = head[..Squeeze(head)];
        var rest = buffer[head.Length..];
        var tail = rest[..Copy(text[^Raw..], rest)];
        tail = Closed(tail[..Squeeze(tail)]);
        return Join(buffer, HeadOf(head), tail[^TailOf(tail)..]);
    }

    private static Span<char> Closed(Span<char> text) => text[..(text.LastIndexOfAnyExcept(Closing) + 1)];

    private static ReadOnlySpan<char> Join(Span<char> buffer, int head, ReadOnlySpan<char> tail)
    {
        tail.CopyTo(buffer[(head + 1)..]);
        buffer[head] = '\n';
        return buffer[..(head + 1 + tail.Length)];
    }

    private static int HeadOf(ReadOnlySpan<char> text)
    {
        if (text.Length <= Window)
        {
            return text.Length;
        }

        var end = text[ShortWindow..Window].IndexOfAny(Ends);
        return end < 0 ? Window : ShortWindow + end;
    }

    private static int TailOf(ReadOnlySpan<char> text)
    {
        if (text.Length <= Window)
        {
            return text.Length;
        }

        var start = text[^Window..^ShortWindow].LastIndexOfAny(Ends);
        return start < 0 ? Window : Window - start - 1;
    }

    // Copies with one width and in lower case.
    private static int Copy(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var done = CopyPlain(text, buffer);
        if (done == text.Length)
        {
            return done;
        }

        // A mark may compose with the last character that was copied.
        done = Math.Max(0, done - 1);
        text = text[done..];
        int written;
        while (!TextFolding.TryFold(text, buffer[done..], out written))
        {
            // Only a text full of characters that expand comes here.
            text = text[..(text.Length * 3 / 4)];
        }

        for (var i = done; i < done + written; i++)
        {
            var c = buffer[i];
            buffer[i] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c is '\u0085' or '\u2028' or '\u2029' ? '\n' : c is '\u200B' or '\uFEFF' ? ' ' : c;
        }

        return done + written;
    }

    // Copies blocks of ASCII, kana, kanji and full width forms, and stops at the first block with anything else.
    private static int CopyPlain(ReadOnlySpan<char> text, Span<char> buffer)
    {
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(buffer));
        var i = 0;
        for (; i <= text.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
        {
            var block = Vector256.LoadUnsafe(ref from, (nuint)i);
            var wide = InRange(block, 0xFF01, 0xFF5E);
            var space = Vector256.Equals(block, Vector256.Create((ushort)0x3000));
            var plain = Vector256.LessThan(block, Vector256.Create((ushort)0x7F)) | InRange(block, 0x3001, 0x3098) | InRange(block, 0x30A0, 0x30FE) | InRange(block, 0x4E00, 0x9FFF) | wide | space;
            if (plain != Vector256<ushort>.AllBitsSet)
            {
                break;
            }

            block -= wide & Vector256.Create((ushort)0xFEE0);
            block = Vector256.ConditionalSelect(space, Vector256.Create((ushort)' '), block);
            block |= InRange(block, 'A', 'Z') & Vector256.Create((ushort)0x20);
            block.StoreUnsafe(ref to, (nuint)i);
        }

        return i;
    }

    private static Vector256<ushort> InRange(Vector256<ushort> block, ushort low, ushort high) =>
        Vector256.LessThanOrEqual(block - Vector256.Create(low), Vector256.Create((ushort)(high - low)));

    private static int Squeeze(Span<char> text)
    {
        var read = FirstLooseSpace(text);
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
                else if (text[written - 1] < FirstWide && text[end] < FirstWide)
                {
                    text[written++] = ' ';
                }
            }

            // 2. The characters up to the next run move up.
            var next = FirstLooseSpace(text[end..]);
            var stop = next < 0 ? text.Length : end + next;
            text[end..stop].CopyTo(text[written..]);
            written += stop - end;
            read = stop;
        }

        return written;
    }

    // The first space that is not a single one between two narrow characters, or a single line break: those stay as they are.
    private static int FirstLooseSpace(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (true)
        {
            var next = text[at..].IndexOfAny(Spaces);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at == 0 || at + 1 == text.Length || Spaces.Contains(text[at + 1]) || !(text[at] == '\n' || (text[at] == ' ' && text[at - 1] < FirstWide && text[at + 1] < FirstWide)))
            {
                return at;
            }

            at++;
        }
    }
}

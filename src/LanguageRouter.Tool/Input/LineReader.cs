using System.Runtime.CompilerServices;

namespace LanguageRouter.Tool.Input;

/// <summary>Splits a stream into lines of bytes, with memory for the longest line alone.</summary>
internal static class LineReader
{
    /// <summary>The longest line that is read; the context of no model comes near it.</summary>
    public const int MaxLineBytes = 64 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the lines that are not blank.</summary>
    public static async IAsyncEnumerable<InputLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken, int maxLineBytes = MaxLineBytes)
    {
        var buffer = new byte[Math.Min(FirstBuffer, maxLineBytes)];
        var start = 0;
        var end = 0;
        var scanned = 0;
        var number = 1;
        var skipping = false;
        while (true)
        {
            var newline = buffer.AsSpan(scanned..end).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var next = scanned + newline;
                if (skipping)
                {
                    yield return new InputLine(number, default, IsTooLong: true);
                }
                else if (Trim(buffer.AsSpan(start..next), number) is { Length: > 0 } line)
                {
                    yield return new InputLine(number, line);
                }

                skipping = false;
                number++;
                start = scanned = next + 1;
                continue;
            }

            // No line end in sight: move what is there to the front, grow where it fills the buffer, give up where it is too long.
            scanned = end;
            if (start > 0)
            {
                buffer.AsSpan(start..end).CopyTo(buffer);
                (start, end, scanned) = (0, end - start, end - start);
            }

            if (skipping || end >= maxLineBytes)
            {
                skipping = true;
                end = scanned = 0;
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, maxLineBytes));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (skipping)
        {
            yield return new InputLine(number, default, IsTooLong: true);
        }
        else if (Trim(buffer.AsSpan(..end), number) is { Length: > 0 } last)
        {
            yield return new InputLine(number, last);
        }
    }

    private static byte[] Trim(ReadOnlySpan<byte> line, int number)
    {
        if (number == 1 && line.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        return line.Trim(" \t\r"u8).ToArray();
    }
}

using System.Runtime.CompilerServices;

namespace LanguageRouter.Tool.Input;

/// <summary>Splits a stream into lines of bytes, with memory for a batch of lines alone.</summary>
internal static class LineReader
{
    /// <summary>The longest line that is read; the context of no model comes near it.</summary>
    public const int MaxLineBytes = 64 * 1024 * 1024;

    // A line takes some tens of microseconds: a batch is worth a hand-over between threads, and still a small piece of a file.
    private const int LinesPerBatch = 32;
    private const int FirstBuffer = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the lines that are not blank, in batches; a source that pauses does not hold back the lines that it has given.</summary>
    public static async IAsyncEnumerable<InputLine[]> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken, int maxLineBytes = MaxLineBytes)
    {
        var buffer = new byte[Math.Min(FirstBuffer, maxLineBytes)];
        var filled = 0;
        var number = 1;
        var tooLong = false;
        var batch = new List<InputLine>(LinesPerBatch);
        int read;
        do
        {
            // 1. Read behind the unfinished line; where it fills all that it may, drop it and skip to its end.
            if (filled == maxLineBytes)
            {
                (tooLong, filled) = (true, 0);
            }
            else if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxLineBytes));
            }

            // A read of standard input cannot be cancelled; the wait for it can.
            read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);

            // 2. Take the lines that ended in what was read; at the end of the stream, the rest is one.
            var start = 0;
            var scanned = filled;
            filled += read;
            while (scanned < filled || (read == 0 && start <= filled))
            {
                var newline = buffer.AsSpan(scanned, filled - scanned).IndexOf((byte)'\n');
                if (newline < 0 && read > 0)
                {
                    break;
                }

                var end = newline < 0 ? filled : scanned + newline;
                Add(batch, buffer.AsSpan(start, end - start), number++, tooLong);
                start = scanned = end + 1;
                tooLong = false;
                if (batch.Count == LinesPerBatch)
                {
                    yield return [.. batch];
                    batch.Clear();
                }
            }

            // 3. Hand on what there is before waiting for more.
            if (batch.Count > 0)
            {
                yield return [.. batch];
                batch.Clear();
            }

            if (read > 0)
            {
                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
            }
        }
        while (read > 0);
    }

    private static void Add(List<InputLine> batch, ReadOnlySpan<byte> line, int number, bool tooLong)
    {
        if (number == 1 && line.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        line = line.Trim(" \t\r"u8);
        if (tooLong || line.Length > 0)
        {
            batch.Add(new InputLine(number, tooLong ? default : line.ToArray(), tooLong));
        }
    }
}

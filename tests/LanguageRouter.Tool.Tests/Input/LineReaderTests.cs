using System.Text;
using CsCheck;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool.Tests.Input;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_are_those_of_a_plain_split_however_the_stream_arrives() =>
        Gen.Select(Gen.Int[0, 4].Select(i => "\na漢 \r"[i]).Array[0, 60].Select(chars => new string(chars)), Gen.Int[1, 7]).Sample((text, chunk) =>
        {
            var expected = text.Split('\n').Select((line, i) => (i + 1, line.Trim(' ', '\r'))).Where(line => line.Item2.Length > 0);

            var lines = ReadAsync(Encoding.UTF8.GetBytes(text), chunk, LineReader.MaxLineBytes).GetAwaiter().GetResult();

            Assert.Equal(expected, lines.Select(line => (line.Number, Encoding.UTF8.GetString(line.Utf8.Span))));
        });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task A_line_that_is_too_long_is_marked_and_skipped(int chunk)
    {
        var lines = await ReadAsync("short\n0123456789abcdefXY\nlast\n0123456789abcdefXY"u8.ToArray(), chunk, maxLineBytes: 16);

        Assert.Equal([(1, false), (2, true), (3, false), (4, true)], lines.Select(line => (line.Number, line.IsTooLong)));
        Assert.Equal("last", Encoding.UTF8.GetString(lines[2].Utf8.Span));
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_the_first_line()
    {
        var lines = await ReadAsync([0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\n', 0xEF, 0xBB, 0xBF], 2, LineReader.MaxLineBytes);

        Assert.Equal("a", Encoding.UTF8.GetString(lines[0].Utf8.Span));
        Assert.Equal(3, lines[1].Utf8.Length);
    }

    private static async Task<List<InputLine>> ReadAsync(byte[] bytes, int chunk, int maxLineBytes)
    {
        var lines = new List<InputLine>();
        await foreach (var batch in LineReader.ReadAsync(new ChunkStream(bytes, chunk), CancellationToken.None, maxLineBytes))
        {
            lines.AddRange(batch);
        }

        return lines;
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class ChunkStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}

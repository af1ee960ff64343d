using System.Buffers;

namespace LanguageRouter.Tool;

/// <summary>Collects lines and writes them to a stream in large pieces.</summary>
internal sealed class LineOutput(Stream stream, bool leaveOpen) : IAsyncDisposable
{
    /// <summary>Nowhere.</summary>
    public static readonly LineOutput None = new(Stream.Null, leaveOpen: true);

    private const int PieceBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(PieceBytes);

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        _buffer.Write(line.Span);
        if (_buffer.WrittenCount >= PieceBytes)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        // What cannot be written now is not tried again when the output is closed.
        var written = _buffer.WrittenMemory;
        _buffer.ResetWrittenCount();
        await stream.WriteAsync(written, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!leaveOpen)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}

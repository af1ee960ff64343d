using System.Buffers;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>A buffer of a fixed size, borrowed from the shared pool.</summary>
internal readonly ref struct PooledBuffer<T>
    where T : unmanaged
{
    private readonly T[] _rented;

    public PooledBuffer(int size)
    {
        _rented = ArrayPool<T>.Shared.Rent(size);
        Items = _rented.AsSpan(0, size);
    }

    public Span<T> Items { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(_rented);
}

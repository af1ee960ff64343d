using System.Buffers;
using System.Runtime.CompilerServices;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>A growing list whose storage is borrowed from the shared pool, so that steady use allocates nothing.</summary>
/// <remarks>Owned by one method: it must be disposed once and not copied.</remarks>
internal struct PooledList<T>(int capacity) : IDisposable
    where T : unmanaged
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public readonly Span<T> Items => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>Makes the list longer and gives the new part, whose content is not defined.</summary>
    public Span<T> Extend(int count)
    {
        while (_items.Length < Count + count)
        {
            Grow();
        }

        Count += count;
        return _items.AsSpan(Count - count, count);
    }

    public void Truncate(int count) => Count = count;

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_items.Length * 2);
        _items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}

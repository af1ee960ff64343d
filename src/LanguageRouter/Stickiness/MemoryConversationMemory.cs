using Microsoft.Extensions.Caching.Memory;

namespace LanguageRouter.Stickiness;

/// <summary>Remembers the routes of conversations in the memory of the process.</summary>
/// <remarks>Safe for concurrent use. At most the given number of entries is held; the least used go first.</remarks>
public sealed class MemoryConversationMemory : IConversationMemory, IDisposable
{
    /// <summary>The number of entries held unless another is given.</summary>
    public const int DefaultCapacity = 100_000;

    private readonly MemoryCache _entries;

    /// <summary>Initializes a new instance of the <see cref="MemoryConversationMemory"/> class.</summary>
    /// <param name="capacity">The most entries to hold, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is not above 0.</exception>
    public MemoryConversationMemory(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _entries = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity });
    }

    /// <inheritdoc/>
    public ValueTask<ConversationRoute?> RecallAsync(ConversationKey key, CancellationToken cancellationToken) => new(_entries.Get<ConversationRoute>(key));

    /// <inheritdoc/>
    public ValueTask RememberAsync(ConversationKey key, ConversationRoute route, TimeSpan lifetime)
    {
        _entries.Set(key, route, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = lifetime });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _entries.Dispose();
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace LanguageRouter.Decisions;

/// <summary>Remembers decisions in the memory of the process.</summary>
/// <remarks>Safe for concurrent use. At most the given number of entries is held; the least used go first.</remarks>
public sealed class MemoryDecisionCache : IDecisionCache, IDisposable
{
    /// <summary>The number of entries held unless another is given.</summary>
    public const int DefaultCapacity = 10_000;

    private readonly MemoryCache _entries;

    /// <summary>Initializes a new instance of the <see cref="MemoryDecisionCache"/> class.</summary>
    /// <param name="capacity">The most entries to hold, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is not above 0.</exception>
    public MemoryDecisionCache(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _entries = new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity });
    }

    /// <summary>Gets the number of decisions held.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool TryGet(in DecisionCacheKey key, [NotNullWhen(true)] out RoutingDecision? decision) => _entries.TryGetValue(key, out decision);

    /// <inheritdoc/>
    public void Remember(in DecisionCacheKey key, RoutingDecision decision, TimeSpan lifetime) =>
        _entries.Set(key, decision, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = lifetime });

    /// <inheritdoc/>
    public void Clear() => _entries.Clear();

    /// <inheritdoc/>
    public void Dispose() => _entries.Dispose();
}

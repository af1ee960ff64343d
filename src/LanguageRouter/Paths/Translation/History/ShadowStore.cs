using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace LanguageRouter.Paths.Translation.History;

/// <summary>Remembers translations of messages, so that a conversation is translated once and stays byte for byte the same.</summary>
/// <remarks>
/// Safe for concurrent use. Bounded by characters; what no longer fits is translated again. Requests for the same text at
/// the same time share one call, which ends when none of them waits for it any more.
/// </remarks>
internal sealed class ShadowStore(long characters) : IDisposable
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Math.Max(1, characters), CompactionPercentage = 0.2 });
    private readonly ConcurrentDictionary<ShadowKey, Flight> _flights = new();

    public int Count => _cache.Count;

    public int Flights => _flights.Count;

    public string? Find(ShadowKey key) => _cache.TryGetValue(key, out string? text) ? text : null;

    public void Keep(ShadowKey key, string translation)
    {
        using var entry = _cache.CreateEntry(key);
        entry.Value = translation;
        entry.Size = key.Size(translation);
    }

    /// <summary>Gets a translation, remembered, under way or new.</summary>
    public async Task<string> GetAsync(ShadowKey key, Func<CancellationToken, Task<string>> translate, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(key) is { } known)
            {
                return known;
            }

            var flight = _flights.GetOrAdd(key, static (_, t) => new Flight(t), translate);
            if (!flight.TryJoin())
            {
                // It ended, or was given up, between the two lines above.
                _flights.TryRemove(new(key, flight));
                continue;
            }

            try
            {
                var text = await flight.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
                Keep(key, text);
                return text;
            }
            finally
            {
                if (flight.Leave())
                {
                    _flights.TryRemove(new(key, flight));
                }
            }
        }
    }

    public void Dispose() => _cache.Dispose();
}

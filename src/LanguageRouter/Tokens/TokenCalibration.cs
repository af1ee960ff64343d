using System.Collections.Concurrent;

namespace LanguageRouter.Tokens;

/// <summary>Learns per key how far predicted token counts lie from those a provider reports, and corrects by it.</summary>
/// <remarks>
/// Safe for concurrent use. Keys are of the caller's making, such as tenant, model and language; nothing is shared
/// between keys. Memory is bounded: beyond the capacity the key with the fewest observations gives way.
/// </remarks>
public sealed class TokenCalibration
{
    private readonly ConcurrentDictionary<string, CalibrationState> states = new(StringComparer.Ordinal);
    private readonly int capacity;

    /// <summary>Initializes a new instance of the <see cref="TokenCalibration"/> class.</summary>
    /// <param name="capacity">The most keys that are kept, 1 or more.</param>
    public TokenCalibration(int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        this.capacity = capacity;
    }

    /// <summary>Gets the number of keys that are kept.</summary>
    public int KeyCount => states.Count;

    /// <summary>Records what a prediction should have been.</summary>
    /// <param name="key">The key, such as <c>tenant/model/language</c>.</param>
    /// <param name="predicted">The predicted tokens, before any correction; an observation of 0 or less is ignored.</param>
    /// <param name="actual">The tokens that the provider reported; an observation of 0 or less is ignored.</param>
    public void Record(string key, int predicted, int actual)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (predicted <= 0 || actual <= 0)
        {
            return;
        }

        if (!states.ContainsKey(key) && states.Count >= capacity)
        {
            MakeRoom();
        }

        states.AddOrUpdate(
            key,
            static (_, observation) => CalibrationState.Empty.With(observation.predicted, observation.actual),
            static (_, state, observation) => state.With(observation.predicted, observation.actual),
            (predicted, actual));
    }

    /// <summary>Gets what is known for a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The state; <see cref="CalibrationState.Empty"/> for a key never recorded.</returns>
    public CalibrationState Get(string key) => states.TryGetValue(key, out var state) ? state : CalibrationState.Empty;

    /// <summary>Corrects the likely value of an estimate by what was learnt for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="estimate">The estimate.</param>
    /// <returns>
    /// The estimate with its likely value scaled, and an end moved out where that value lies beyond it: a provider adds
    /// tokens of its own, such as a chat template's. An exact estimate is returned as it is.
    /// </returns>
    public TokenInterval Apply(string key, TokenInterval estimate)
    {
        if (estimate.IsExact)
        {
            return estimate;
        }

        var likely = (int)Math.Round(Math.Min(estimate.Likely * Get(key).Ratio, int.MaxValue));
        return new TokenInterval(Math.Min(estimate.Low, likely), likely, Math.Max(estimate.High, likely));
    }

    // Rare, and without a lock: two threads may make room for one key, which costs nothing that counts.
    private void MakeRoom()
    {
        var (leastKey, least) = (default(string), long.MaxValue);
        foreach (var (key, state) in states)
        {
            if (state.Count < least)
            {
                (leastKey, least) = (key, state.Count);
            }
        }

        if (leastKey is not null)
        {
            states.TryRemove(leastKey, out _);
        }
    }
}

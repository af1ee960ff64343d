using System.Collections.Concurrent;

namespace LanguageRouter.Paths.Translation;

/// <summary>The gates of all translators of a router, by the translator's name: routes that share a translator share what is known of it.</summary>
/// <remarks>Safe for concurrent use. It outlives a reload of the configuration.</remarks>
internal sealed class FidelityGates(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, FidelityGate> _gates = new(StringComparer.Ordinal);

    public FidelityGate Of(string translator) => _gates.GetOrAdd(translator, static (_, time) => new FidelityGate(time), time);

    /// <summary>Gets what holds a translator back from a tenant now; null where nothing does.</summary>
    public TranslationFidelity? ExclusionOf(string translator, string tenant) =>
        _gates.TryGetValue(translator, out var gate) && gate.IsClosedForSome && gate.Read(tenant) is { IsAdmitted: false } fidelity ? fidelity : null;
}

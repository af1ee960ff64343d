using System.Diagnostics.CodeAnalysis;

namespace LanguageRouter.Decisions;

/// <summary>Remembers decisions.</summary>
/// <remarks>Implementations are bounded and safe for concurrent use. What they forget is decided again: a miss is never an error.</remarks>
public interface IDecisionCache
{
    /// <summary>Recalls a decision.</summary>
    /// <param name="key">The key.</param>
    /// <param name="decision">The decision as it was remembered.</param>
    /// <returns>Whether there is one.</returns>
    bool TryGet(in DecisionCacheKey key, [NotNullWhen(true)] out RoutingDecision? decision);

    /// <summary>Remembers a decision.</summary>
    /// <param name="key">The key.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="lifetime">How long after its last use it is forgotten, above zero.</param>
    void Remember(in DecisionCacheKey key, RoutingDecision decision, TimeSpan lifetime);

    /// <summary>Forgets all decisions, as after a change of policies.</summary>
    void Clear();
}

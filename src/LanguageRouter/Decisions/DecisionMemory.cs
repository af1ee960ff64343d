using System.IO.Hashing;
using System.Runtime.InteropServices;
using LanguageRouter.Budgets;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Decisions;

/// <summary>Says which earlier decision answers a request: that of the very same request, or of a similar one.</summary>
internal sealed class DecisionMemory(IDecisionCache cache)
{
    /// <summary>The decision of the very same request, found by the fingerprint of its text: nothing is measured again.</summary>
    public RoutingDecision? Same(RoutingRequest request) =>
        request.Policy.DecisionLifetime > TimeSpan.Zero
        && RequestFingerprint.Of(request.Messages, request.Options, request.IsStreamed) is { } fingerprint
        && cache.TryGet(Key(request, DecisionCacheScope.SameRequest, fingerprint), out var same) && IsAvailable(request, same)
            ? same
            : null;

    public RoutingDecision? Similar(RoutingRequest request, RequestSignals signals) =>
        request.Policy.DecisionLifetime > TimeSpan.Zero && cache.TryGet(Key(request, DecisionCacheScope.SimilarRequests, SignalsBucket.Of(signals)), out var similar) && IsAvailable(request, similar)
            ? similar
            : null;

    public void Remember(RoutingRequest request, RoutingDecision decision)
    {
        var policy = request.Policy;
        if (decision.Origin != DecisionOrigin.Computed || request.State.Exploration.Explores || !request.State.Unavailable.IsEmpty || BudgetRule.Shaped(decision.Scores) || policy.DecisionLifetime <= TimeSpan.Zero)
        {
            return;
        }

        if (RequestFingerprint.Of(request.Messages, request.Options, request.IsStreamed) is { } fingerprint)
        {
            cache.Remember(Key(request, DecisionCacheScope.SameRequest, fingerprint), decision, policy.DecisionLifetime);
        }

        cache.Remember(Key(request, DecisionCacheScope.SimilarRequests, SignalsBucket.Of(decision.Signals)), decision, policy.DecisionLifetime);
    }

    /// <summary>The earlier decision whose answer is asked for again in the same conversation; null for none. This decision takes its place.</summary>
    public Guid? Regenerates(RoutingRequest request, RoutingDecision decision)
    {
        if (request.Conversation is not { } conversation || request.Policy.ConversationLifetime <= TimeSpan.Zero || request.Messages is not [.., { Role: var role }] || role != ChatRole.User)
        {
            return null;
        }

        var key = Key(request, DecisionCacheScope.Answered, (conversation, HashTo(request.Messages, request.Messages.Count)));
        Guid? earlier = cache.TryGet(key, out var answered) ? answered.Id : null;
        cache.Remember(key, decision, request.Policy.ConversationLifetime);
        return earlier;
    }

    // A decision made while every route could serve is no answer for a request whose route cannot.
    private static bool IsAvailable(RoutingRequest request, RoutingDecision decision) =>
        request.State.ExclusionOf(decision.Chosen) is null && BudgetRule.Holds(request.State.Budget, decision);

    private static DecisionCacheKey Key(RoutingRequest request, DecisionCacheScope scope, object value) =>
        new(request.Tenant, request.Policy.Version, scope, value);

    private static UInt128 HashTo(IReadOnlyList<ChatMessage> messages, int count)
    {
        var hash = new XxHash128(count);
        for (var i = 0; i < count; i++)
        {
            hash.Append(MemoryMarshal.AsBytes(messages[i].Text.AsSpan()));
            hash.Append([0]);
        }

        return hash.GetCurrentHashAsUInt128();
    }
}

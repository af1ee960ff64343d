using System.IO.Hashing;
using System.Runtime.InteropServices;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Decisions;

/// <summary>Says which earlier decision binds a request: its provider's state, its turn, its conversation, or a similar request.</summary>
internal sealed class DecisionMemory(IDecisionCache cache)
{
    /// <summary>The route that the request must keep, and why; null where it is free.</summary>
    public KeptRoute? RouteToKeep(RoutingRequest request)
    {
        if (request.ProviderConversation is { } state)
        {
            var pinned = cache.TryGet(Key(request, DecisionCacheScope.ProviderState, state), out var decision) ? decision.Target : request.Policy.DefaultRoute;
            return new(pinned, DecisionOrigin.Pinned, ReasonCodes.ProviderStatePinsRoute);
        }

        if (TurnOf(request) is { } turn && cache.TryGet(Key(request, DecisionCacheScope.Turn, turn), out var sameTurn))
        {
            return new(sameTurn.Chosen, DecisionOrigin.Sticky, ReasonCodes.ConversationKeepsRoute);
        }

        return request.Conversation is { } conversation && cache.TryGet(Key(request, DecisionCacheScope.Conversation, conversation), out var sticky)
            ? new(sticky.Chosen, DecisionOrigin.Sticky, ReasonCodes.ConversationKeepsRoute)
            : null;
    }

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
        if (decision.Origin == DecisionOrigin.Computed && !request.State.Exploration.Explores && request.State.Unavailable.IsEmpty && policy.DecisionLifetime > TimeSpan.Zero)
        {
            if (RequestFingerprint.Of(request.Messages, request.Options, request.IsStreamed) is { } fingerprint)
            {
                cache.Remember(Key(request, DecisionCacheScope.SameRequest, fingerprint), decision, policy.DecisionLifetime);
            }

            cache.Remember(Key(request, DecisionCacheScope.SimilarRequests, SignalsBucket.Of(decision.Signals)), decision, policy.DecisionLifetime);
        }

        if (decision.Origin == DecisionOrigin.Pinned || policy.ConversationLifetime <= TimeSpan.Zero)
        {
            return;
        }

        if (request.Conversation is { } conversation)
        {
            cache.Remember(Key(request, DecisionCacheScope.Conversation, conversation), decision, policy.ConversationLifetime);
        }

        if (TurnOf(request) is { } turn)
        {
            cache.Remember(Key(request, DecisionCacheScope.Turn, turn), decision, policy.ConversationLifetime);
        }
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

    /// <summary>Pins a conversation to the route whose provider now holds its state.</summary>
    public void Pin(RoutingRequest request, RoutingDecision decision, Route executed, string providerConversation)
    {
        if (request.Policy.ConversationLifetime > TimeSpan.Zero)
        {
            cache.Remember(Key(request, DecisionCacheScope.ProviderState, providerConversation), decision with { Target = executed }, request.Policy.ConversationLifetime);
        }
    }

    // A decision made while every route could serve is no answer for a request whose route cannot.
    private static bool IsAvailable(RoutingRequest request, RoutingDecision decision) => request.State.ExclusionOf(decision.Chosen) is null;

    private static DecisionCacheKey Key(RoutingRequest request, DecisionCacheScope scope, object value) =>
        new(request.Tenant, request.Policy.Version, scope, value);

    // A turn with tools comes back once for each tool round, with the calls and results behind the same user message.
    private static UInt128? TurnOf(RoutingRequest request)
    {
        if (request.Options?.Tools is not { Count: > 0 })
        {
            return null;
        }

        var last = request.Messages.Count - 1;
        while (last >= 0 && request.Messages[last].Role != ChatRole.User)
        {
            last--;
        }

        return HashTo(request.Messages, last + 1);
    }

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

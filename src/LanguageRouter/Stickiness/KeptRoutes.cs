using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Stickiness;

/// <summary>Says which route a request keeps from the requests before it: its provider's state, its turn, its conversation.</summary>
internal sealed class KeptRoutes(IConversationMemory memory, TimeProvider time)
{
    /// <summary>The route that the request keeps, and how firmly; null where it is free.</summary>
    public ValueTask<KeptRoute?> FindAsync(RoutingRequest request, CancellationToken cancellationToken) =>
        request.ProviderConversation is null && request.Conversation is null && !IsToolRound(request)
            ? default
            : RecallAsync(request, cancellationToken);

    /// <summary>Remembers the route that answered, where a later request may have to keep it.</summary>
    public async ValueTask RememberAsync(RoutingRequest request, RouteExecution execution)
    {
        var lifetime = request.Policy.ConversationLifetime;
        if (lifetime <= TimeSpan.Zero || Answered(execution.Attempts) is not { } answered)
        {
            return;
        }

        if (execution.ProviderConversation is { } state)
        {
            await memory.RememberAsync(Key(request, ConversationScope.ProviderState, state), Entry(request, execution.Decision, answered, answered.Route), lifetime).ConfigureAwait(false);
        }

        if (request.ProviderConversation is not null)
        {
            return;
        }

        // A tenant that observes is answered by the default route; what is tried out is where the conversation would be.
        var route = ReferenceEquals(answered.Route, execution.Decision.Target) ? execution.Decision.Chosen : answered.Route;
        var entry = Entry(request, execution.Decision, answered, route);
        if (request.Conversation is { } conversation)
        {
            await memory.RememberAsync(Key(request, ConversationScope.Conversation, conversation), entry, lifetime).ConfigureAwait(false);
        }

        if (TurnOf(request) is { } turn)
        {
            await memory.RememberAsync(Key(request, ConversationScope.Turn, turn), entry, lifetime).ConfigureAwait(false);
        }
    }

    /// <summary>The attempt whose output the caller got: one that ran beside it and lost may have ended later.</summary>
    internal static RouteAttempt? Answered(IReadOnlyList<RouteAttempt> attempts) =>
        attempts.LastOrDefault(attempt => attempt.Outcome is not (AttemptOutcome.Failed or AttemptOutcome.Superseded));

    private async ValueTask<KeptRoute?> RecallAsync(RoutingRequest request, CancellationToken cancellationToken)
    {
        if (request.ProviderConversation is { } state)
        {
            return await RecallAsync(request, ConversationScope.ProviderState, state, cancellationToken).ConfigureAwait(false)
                ?? new KeptRoute(request.Policy.DefaultRoute, ConversationScope.ProviderState);
        }

        return (IsToolRound(request) && TurnOf(request) is { } turn ? await RecallAsync(request, ConversationScope.Turn, turn, cancellationToken).ConfigureAwait(false) : null)
            ?? (request.Conversation is { } conversation ? await RecallAsync(request, ConversationScope.Conversation, conversation, cancellationToken).ConfigureAwait(false) : null);
    }

    private async ValueTask<KeptRoute?> RecallAsync(RoutingRequest request, ConversationScope scope, string id, CancellationToken cancellationToken)
    {
        var policy = request.Policy;
        if (policy.ConversationLifetime <= TimeSpan.Zero
            || await memory.RecallAsync(Key(request, scope, id), cancellationToken).ConfigureAwait(false) is not { } remembered
            || policy.Catalog.Find(remembered.Route) is not { } route)
        {
            return null;
        }

        var isWarm = time.GetUtcNow() - remembered.UsedAt < policy.Stickiness.CacheLifetime;
        return new KeptRoute(route, scope) { WarmTokens = isWarm ? remembered.WarmTokens : 0 };
    }

    private ConversationRoute Entry(RoutingRequest request, RoutingDecision decision, RouteAttempt answered, Route route) =>
        new(route.Name, WarmTokens(request, decision, answered, route), time.GetUtcNow());

    // What the provider counted, where it did and the route is the one that ran; else what the bill expected.
    private static int WarmTokens(RoutingRequest request, RoutingDecision decision, RouteAttempt answered, Route route)
    {
        if (ReferenceEquals(route, answered.Route)
            && answered.Legs.LastOrDefault(leg => leg.Kind == LegKind.Answer)?.Usage is { InputTokenCount: { } input } usage)
        {
            return (int)Math.Min(int.MaxValue, route.Model.InputCountIncludesCached ? input : input + (usage.CachedInputTokenCount ?? 0));
        }

        return decision.ScoreOf(route.Name)?.Bill.Legs.FirstOrDefault(leg => leg.Kind == LegKind.Answer).InputTokens.Likely ?? 0;
    }

    private static ConversationKey Key(RoutingRequest request, ConversationScope scope, string id) => new(request.Tenant, request.Policy.Version, scope, id);

    // A turn with tools comes back once for each tool round, with the calls and their results behind the same user message.
    private static bool IsToolRound(RoutingRequest request) =>
        request.Options?.Tools is { Count: > 0 } && request.Messages is [.., { } last] && last.Role != ChatRole.User;

    // Each text goes in behind its length: the end of one can never be taken for the start of the next.
    private static string? TurnOf(RoutingRequest request)
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

        var hash = new XxHash128(last + 1);
        Append(hash, request.Conversation ?? "");
        for (var i = 0; i <= last; i++)
        {
            Append(hash, request.Messages[i].Text);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Append(XxHash128 hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        hash.Append(length);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}

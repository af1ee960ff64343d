using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>The pure part of the router: decides over a configuration without clients, memory or records, for review, simulation and replay.</summary>
/// <remarks>Safe for concurrent use. The same request under the same configuration gives the same decision.</remarks>
/// <param name="configuration">The configuration.</param>
/// <param name="learning">What was learnt from records; <see langword="null"/> for nothing. A decision reads what it knows of the tenant at that moment.</param>
public sealed class RoutingDecider(RoutingConfiguration configuration, UsageLearning? learning = null)
{
    /// <summary>Gets the configuration.</summary>
    public RoutingConfiguration Configuration { get; } = configuration ?? throw new ArgumentNullException(nameof(configuration));

    /// <summary>Reads the signals of a request.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options.</param>
    /// <returns>The signals.</returns>
    public static RequestSignals ReadSignals(IReadOnlyList<ChatMessage> messages, ChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return RequestSignalsReader.Read(messages, options);
    }

    /// <summary>Decides which route a request would take.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options.</param>
    /// <param name="tenant">The tenant; empty for none.</param>
    /// <returns>The decision, with the empty identifier: nothing was executed that feedback could refer to.</returns>
    public RoutingDecision Decide(IReadOnlyList<ChatMessage> messages, ChatOptions? options = null, string tenant = "")
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(messages);
        var policy = Configuration.PolicyOf(tenant);
        return Decide(Guid.Empty, tenant, policy, messages, options, RequestSignalsReader.Read(messages, options, wording: policy.Learning.Wording), State(tenant), keep: null);
    }

    /// <summary>Counts what a provider bills of a request exactly, text by text and without a chat template: messages, instructions, tools, schema.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="tokenizer">The tokenizer's name.</param>
    /// <param name="options">The options.</param>
    /// <returns>The number of tokens.</returns>
    /// <exception cref="KeyNotFoundException">No tokenizer has that name.</exception>
    public int CountTokens(IReadOnlyList<ChatMessage> messages, string tokenizer, ChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return ExactCounts.Total(messages, options, Configuration.Tokenizers.Get(tokenizer));
    }

    private DecisionState State(string tenant) => learning?.Of(tenant) is { } usage ? new DecisionState { Usage = usage } : DecisionState.Empty;

    internal static RoutingDecision Decide(
        Guid id, string tenant, RoutingPolicy policy, IReadOnlyList<ChatMessage> messages, ChatOptions? options, RequestSignals signals, DecisionState state, KeptRoute? keep, bool inConversation = false)
    {
        // 1. Bounds from the one scan settle most orders.
        var tokenizers = policy.Catalog.Tokenizers.AsSpan();
        VolumeRoom room = default;
        var volumes = keep is not null || inConversation
            ? InConversation(VolumeEstimator.Estimate(signals, tokenizers, measuredAnswer: null, state.Usage), policy, keep, inConversation).View()
            : VolumeEstimator.View(
                BillBasis.Of(signals, state.Usage), signals, state.Usage, tokenizers, tokenizers.Length <= VolumeRoom.Length ? room : new KeyValuePair<string, TokenVolumes>[tokenizers.Length]);
        var scores = RouteScorer.Score(policy, signals, volumes, state);
        var choice = DecisionMaker.Choose(policy, scores, keep);
        if (keep is { Scope: not ConversationScope.Conversation } || choice.RunnerUp is null)
        {
            return DecisionMaker.Decide(id, tenant, policy, signals, scores, choice, settledBy: null);
        }

        // What a conversation will cost is a forecast: counting its start exactly would not make it less of one.
        if (volumes.ExpectedTurns > 1)
        {
            return DecisionMaker.Decide(id, tenant, policy, signals, scores, choice, ReasonCodes.SettledByEstimate);
        }

        if (BoundsCheck.Settles(policy, volumes, scores, choice.Chosen, keep))
        {
            return DecisionMaker.Decide(id, tenant, policy, signals, scores, choice, ReasonCodes.SettledByBounds);
        }

        // 2. The others are counted.
        if (ExactCounts.Of(messages, options, signals, volumes, policy.Counters) is not { } exact)
        {
            return DecisionMaker.Decide(id, tenant, policy, signals, scores, choice, ReasonCodes.SettledByEstimate);
        }

        scores = RouteScorer.Score(policy, signals, exact.View(), state);
        return DecisionMaker.Decide(id, tenant, policy, signals, scores, DecisionMaker.Choose(policy, scores, keep), ReasonCodes.SettledByExactCounts);
    }

    // What the route that is kept has in its provider's cache, and how the conversation is expected to go on.
    private static RequestVolumes InConversation(RequestVolumes volumes, RoutingPolicy policy, KeptRoute? keep, bool inConversation) => volumes with
    {
        WarmRoute = keep is { WarmTokens: > 0 } ? keep.Route.Name : null,
        WarmTokens = keep?.WarmTokens ?? 0,
        TranslatesHistory = keep?.Route.Kind != RouteKind.Translated,
        ExpectedTurns = inConversation ? policy.Stickiness.ExpectedTurns : 1,
    };
}

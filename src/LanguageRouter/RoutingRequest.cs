using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>One request on its way through the pipeline.</summary>
internal sealed class RoutingRequest
{
    public required string Tenant { get; init; }

    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    public required ChatOptions? Options { get; init; }

    public required RoutingPolicy Policy { get; init; }

    /// <summary>What the decision depends on besides this request and its policy.</summary>
    public DecisionState State { get; init; } = DecisionState.Empty;

    /// <summary>The other policy of the tenant's experiment; null where there is none.</summary>
    public ExperimentArm? Arm { get; init; }

    /// <summary>What the request changes of its tenant's policy; laid over <see cref="Policy"/> already. Null for nothing.</summary>
    public RoutingOverrides? Overrides { get; init; }

    /// <summary>Whether the answer is read as it is written.</summary>
    public required bool IsStreamed { get; init; }

    /// <summary>The application's name for the conversation; null where it gives none.</summary>
    public required string? Conversation { get; init; }

    /// <summary>The provider's name for a conversation whose state it holds.</summary>
    public string? ProviderConversation => Options?.ConversationId;
}

namespace LanguageRouter.Stickiness;

/// <summary>For which requests a remembered route holds.</summary>
public enum ConversationScope
{
    /// <summary>For the conversation that the application names: kept unless another route pays for the switch.</summary>
    Conversation,

    /// <summary>For the tool rounds of one turn: kept.</summary>
    Turn,

    /// <summary>For a conversation whose state the provider holds: pinned.</summary>
    ProviderState,
}

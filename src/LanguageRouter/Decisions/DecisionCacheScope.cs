namespace LanguageRouter.Decisions;

/// <summary>For which requests a remembered decision holds.</summary>
public enum DecisionCacheScope
{
    /// <summary>For requests with similar signals.</summary>
    SimilarRequests,

    /// <summary>For the very same messages and options, found without reading their signals again.</summary>
    SameRequest,

    /// <summary>For the conversation that the application names.</summary>
    Conversation,

    /// <summary>For the tool rounds of one turn.</summary>
    Turn,

    /// <summary>For a turn of a conversation that is asked again, so that its answer did not please.</summary>
    Answered,

    /// <summary>For a conversation whose state the provider holds.</summary>
    ProviderState,
}

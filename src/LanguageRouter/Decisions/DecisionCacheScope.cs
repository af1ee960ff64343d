namespace LanguageRouter.Decisions;

/// <summary>For which requests a remembered decision holds.</summary>
public enum DecisionCacheScope
{
    /// <summary>For requests with similar signals.</summary>
    SimilarRequests,

    /// <summary>For the very same messages and options, found without reading their signals again.</summary>
    SameRequest,

    /// <summary>For a turn of a conversation that is asked again, so that its answer did not please.</summary>
    Answered,
}

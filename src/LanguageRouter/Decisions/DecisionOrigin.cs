namespace LanguageRouter.Decisions;

/// <summary>How a decision came about.</summary>
public enum DecisionOrigin
{
    /// <summary>All routes were scored for this request.</summary>
    Computed,

    /// <summary>A similar request of the same tenant under the same policy was decided before.</summary>
    Cached,

    /// <summary>The conversation keeps the route that it has.</summary>
    Sticky,

    /// <summary>The provider holds the conversation's state.</summary>
    Pinned,
}

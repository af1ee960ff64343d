using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Decisions;

/// <summary>A route that a request keeps from an earlier one, and how firmly.</summary>
internal sealed record KeptRoute(Route Route, ConversationScope Scope)
{
    /// <summary>The tokens of the conversation that the route's provider holds in its prompt cache; 0 once they are expected to be gone.</summary>
    public int WarmTokens { get; init; }

    public DecisionOrigin Origin => Scope == ConversationScope.ProviderState ? DecisionOrigin.Pinned : DecisionOrigin.Sticky;

    public string Reason => Scope == ConversationScope.ProviderState ? ReasonCodes.ProviderStatePinsRoute : ReasonCodes.ConversationKeepsRoute;

    /// <summary>Whether the route may be kept: a provider's state cannot be left, a turn is left only where the route cannot serve it, a conversation as soon as the route is out.</summary>
    public bool Allows(RouteScore score) => Scope switch
    {
        ConversationScope.ProviderState => true,
        ConversationScope.Turn => score.Standing == RouteStanding.Scored || IsPreference(score.Exclusion?.Code),
        _ => score.Standing == RouteStanding.Scored,
    };

    // What a request is about may read differently in its second tool round. Such a rule prefers another route; it does not stop this one.
    private static bool IsPreference(string? code) => code is
        ReasonCodes.LanguageUndetermined or ReasonCodes.OtherLanguage or ReasonCodes.AlreadyEnglish or ReasonCodes.TaskDenied
        or ReasonCodes.BelowQualityFloor or ReasonCodes.AboveCostCeiling or ReasonCodes.AboveLatencyCeiling or ReasonCodes.OverSoftLimit;
}

namespace LanguageRouter.Decisions;

/// <summary>The codes that explain a decision; docs/concepts.md describes each.</summary>
public static class ReasonCodes
{
    /// <summary>The best total of quality, cost and latency.</summary>
    public const string BestTotal = "best-total";

    /// <summary>Chosen among others: the expected cost is below the default route's.</summary>
    public const string CheaperThanDefault = "cheaper-than-default";

    /// <summary>Chosen among others: the expected quality is above the default route's.</summary>
    public const string BetterThanDefault = "better-than-default";

    /// <summary>Two totals are equal; the cheaper route won, else the one that the policy names first.</summary>
    public const string Tie = "tie";

    /// <summary>No other route was eligible.</summary>
    public const string OnlyRoute = "only-route";

    /// <summary>No route was eligible: the request goes where the application would have sent it.</summary>
    public const string NoEligibleRoute = "no-eligible-route";

    /// <summary>A hypothetical route would have won.</summary>
    public const string HypotheticalIsBetter = "hypothetical-is-better";

    /// <summary>The tenant observes: the request goes to the default route.</summary>
    public const string Observed = "observed";

    /// <summary>The request was drawn to try an eligible route at random, so that it can be learnt of.</summary>
    public const string Explored = "explored";

    /// <summary>The conversation keeps its route.</summary>
    public const string ConversationKeepsRoute = "conversation-keeps-route";

    /// <summary>The conversation left its route: the gain is above what the switch costs.</summary>
    public const string SwitchPays = "switch-pays";

    /// <summary>The provider holds the conversation's state, so the route is pinned.</summary>
    public const string ProviderStatePinsRoute = "provider-state-pins-route";

    /// <summary>A similar request was decided a moment ago.</summary>
    public const string SimilarRequest = "similar-request";

    /// <summary>The very same request was decided a moment ago.</summary>
    public const string SameRequest = "same-request";

    /// <summary>The bounds of the token counts settled the order.</summary>
    public const string SettledByBounds = "settled-by-bounds";

    /// <summary>Exact token counts settled the order.</summary>
    public const string SettledByExactCounts = "settled-by-exact-counts";

    /// <summary>The order was settled by estimated counts: the request is too long to count, or a tokenizer has no counter.</summary>
    public const string SettledByEstimate = "settled-by-estimate";

    /// <summary>Excluded: the policy does not allow the route.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>Excluded: the policy's Deny list names the route for such requests.</summary>
    public const string Denied = "denied";

    /// <summary>Excluded: the model lacks a capability that the request needs.</summary>
    public const string LacksCapability = "lacks-capability";

    /// <summary>Excluded: the prompt does not fit into the context window.</summary>
    public const string TooLong = "too-long";

    /// <summary>Excluded: a model or translator processes text outside the allowed regions.</summary>
    public const string Region = "region";

    /// <summary>Excluded: a model or translator belongs to a provider that is not allowed.</summary>
    public const string Provider = "provider";

    /// <summary>Excluded: the task kind never goes through translation.</summary>
    public const string TaskDenied = "task-denied";

    /// <summary>Excluded: tools, schemas or attachments do not go through translation.</summary>
    public const string NotTranslatable = "not-translatable";

    /// <summary>Excluded: the translator's work has failed verification too often for the tenant.</summary>
    public const string TranslationFidelity = "translation-fidelity";

    /// <summary>Excluded: the request is in English already.</summary>
    public const string AlreadyEnglish = "already-english";

    /// <summary>Excluded: the route is for other languages.</summary>
    public const string OtherLanguage = "other-language";

    /// <summary>Excluded: the language is undetermined, and the policy sends such requests to the default route.</summary>
    public const string LanguageUndetermined = "language-undetermined";

    /// <summary>Excluded: the cautious end of the quality estimate is below the floor.</summary>
    public const string BelowQualityFloor = "below-quality-floor";

    /// <summary>Excluded: the expected cost is above the ceiling.</summary>
    public const string AboveCostCeiling = "above-cost-ceiling";

    /// <summary>Excluded: the expected latency is above the ceiling.</summary>
    public const string AboveLatencyCeiling = "above-latency-ceiling";

    /// <summary>Excluded: the cost is unknown, so the route cannot be compared.</summary>
    public const string CostUnknown = "cost-unknown";

    /// <summary>Excluded: the adapter's token ids are not proven to be its endpoint's.</summary>
    public const string HandshakeFailed = "handshake-failed";

    /// <summary>Excluded for now: too many of its attempts failed, or one attempt tries at this moment whether it is back.</summary>
    public const string Unhealthy = "unhealthy";

    /// <summary>Excluded for now: its provider asked to be left alone.</summary>
    public const string RetryAfter = "retry-after";

    /// <summary>Attempt: the routes before it failed.</summary>
    public const string Failover = "failover";

    /// <summary>Attempt: every eligible route failed, and this one is below the quality floor.</summary>
    public const string LastResort = "last-resort";

    /// <summary>Attempt: asked beside another route that had not answered for a while.</summary>
    public const string Hedge = "hedge";

    /// <summary>Excluded: the route may cost more than is left of the tenant's budget.</summary>
    public const string OverBudget = "over-budget";

    /// <summary>Excluded: the soft limit of the tenant's budget is reached, and a cheaper route is eligible.</summary>
    public const string OverSoftLimit = "over-soft-limit";

    /// <summary>Excluded: the conversation belongs to another route.</summary>
    public const string PinnedElsewhere = "pinned-elsewhere";
}

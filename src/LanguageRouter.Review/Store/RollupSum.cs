namespace LanguageRouter.Review.Store;

/// <summary>What a rollup sums up. Money is in billionths of a USD.</summary>
/// <remarks>
/// For each baseline there are five sums over the requests whose actual cost and baseline cost are both known: their number, the measured
/// cost, and the low, likely and high ends of the baseline's estimated cost. The saving is the baseline's less the measured cost.
/// New sums are added at the end: the order is the order of the columns.
/// </remarks>
public enum RollupSum
{
    /// <summary>Requests.</summary>
    Requests,

    /// <summary>Requests that no route answered whole, cancelled ones left out.</summary>
    Failed,

    /// <summary>Requests that the caller cancelled.</summary>
    Cancelled,

    /// <summary>Requests for which more than one route was tried.</summary>
    FailedOver,

    /// <summary>Requests of a tenant that observes.</summary>
    Observed,

    /// <summary>Requests that the decision would have sent elsewhere than they went.</summary>
    Diverged,

    /// <summary>Characters (UTF-16) of the requests.</summary>
    Characters,

    /// <summary>Characters of the requests whose own text a provider counted: not behind translation, with usage.</summary>
    CountedCharacters,

    /// <summary>Input tokens that the providers reported for <see cref="CountedCharacters"/>.</summary>
    CountedTokens,

    /// <summary>Expected input tokens of the requests, in the tokenizer of the route that took them. Estimated.</summary>
    EstimatedTokens,

    /// <summary>Characters of the requests that <see cref="EstimatedTokens"/> stand for.</summary>
    EstimatedCharacters,

    /// <summary>Reported input tokens of all calls.</summary>
    InputTokens,

    /// <summary>Reported input tokens of all calls that came from a prompt cache.</summary>
    CachedTokens,

    /// <summary>Reported output tokens of all calls.</summary>
    OutputTokens,

    /// <summary>Reported reasoning tokens of all calls.</summary>
    ReasoningTokens,

    /// <summary>Requests whose cost is known.</summary>
    CostKnown,

    /// <summary>Their cost, measured.</summary>
    Cost,

    /// <summary>What of all costs went into attempts that did not answer, measured: a part of <see cref="Cost"/> where that is known.</summary>
    OwnCost,

    /// <summary>Requests that can be compared with the default route.</summary>
    DefaultRequests,

    /// <summary>Their measured cost.</summary>
    DefaultActual,

    /// <summary>The default route's cost for them, low end.</summary>
    DefaultLow,

    /// <summary>The default route's cost for them, likely.</summary>
    DefaultLikely,

    /// <summary>The default route's cost for them, high end.</summary>
    DefaultHigh,

    /// <summary>Requests that can be compared with the first direct route.</summary>
    DirectRequests,

    /// <summary>Their measured cost.</summary>
    DirectActual,

    /// <summary>The first direct route's cost for them, low end.</summary>
    DirectLow,

    /// <summary>The first direct route's cost for them, likely.</summary>
    DirectLikely,

    /// <summary>The first direct route's cost for them, high end.</summary>
    DirectHigh,

    /// <summary>Requests that can be compared with the first translated route.</summary>
    TranslatedRequests,

    /// <summary>Their measured cost.</summary>
    TranslatedActual,

    /// <summary>The first translated route's cost for them, low end.</summary>
    TranslatedLow,

    /// <summary>The first translated route's cost for them, likely.</summary>
    TranslatedLikely,

    /// <summary>The first translated route's cost for them, high end.</summary>
    TranslatedHigh,

    /// <summary>Requests that can be compared with the first adapted route.</summary>
    AdaptedRequests,

    /// <summary>Their measured cost.</summary>
    AdaptedActual,

    /// <summary>The first adapted route's cost for them, low end.</summary>
    AdaptedLow,

    /// <summary>The first adapted route's cost for them, likely.</summary>
    AdaptedLikely,

    /// <summary>The first adapted route's cost for them, high end.</summary>
    AdaptedHigh,

    /// <summary>Requests that can be compared with the cheapest route of each request.</summary>
    CheapestRequests,

    /// <summary>Their measured cost.</summary>
    CheapestActual,

    /// <summary>The cheapest routes' cost for them, low end.</summary>
    CheapestLow,

    /// <summary>The cheapest routes' cost for them, likely.</summary>
    CheapestLikely,

    /// <summary>The cheapest routes' cost for them, high end.</summary>
    CheapestHigh,

    /// <summary>Requests that can be compared with the dearest route of each request.</summary>
    DearestRequests,

    /// <summary>Their measured cost.</summary>
    DearestActual,

    /// <summary>The dearest routes' cost for them, low end.</summary>
    DearestLow,

    /// <summary>The dearest routes' cost for them, likely.</summary>
    DearestLikely,

    /// <summary>The dearest routes' cost for them, high end.</summary>
    DearestHigh,

    /// <summary>Requests whose route has an estimate of quality with evidence behind it, the default route's own 0 included.</summary>
    QualityEstimated,

    /// <summary>Their expected quality against the default route, in thousandths of a point. Estimated.</summary>
    QualityPoints,

    /// <summary>The cautious ends of it, in thousandths of a point. Estimated.</summary>
    QualityLowPoints,

    /// <summary>Feedback on the requests.</summary>
    Feedbacks,

    /// <summary>The sum of its scores, in millionths. Measured.</summary>
    FeedbackScore,

    /// <summary>The sum of the squares of its scores, in millionths.</summary>
    FeedbackSquares,

    /// <summary>The times to the end of the answers, in milliseconds.</summary>
    Duration,

    /// <summary>Answers with a time to the first update.</summary>
    FirstUpdates,

    /// <summary>The times to the first update, in milliseconds.</summary>
    FirstUpdate,

    /// <summary>Requests that took up to 0.1 s.</summary>
    Within100Milliseconds,

    /// <summary>Requests that took up to 0.2 s and more than 0.1 s, and so on.</summary>
    Within200Milliseconds,

    /// <summary>Up to 0.5 s.</summary>
    Within500Milliseconds,

    /// <summary>Up to 1 s.</summary>
    Within1Second,

    /// <summary>Up to 2 s.</summary>
    Within2Seconds,

    /// <summary>Up to 5 s.</summary>
    Within5Seconds,

    /// <summary>Up to 10 s.</summary>
    Within10Seconds,

    /// <summary>Up to 20 s.</summary>
    Within20Seconds,

    /// <summary>Up to 60 s.</summary>
    Within60Seconds,

    /// <summary>More than 60 s.</summary>
    Over60Seconds,

    /// <summary>What shadow runs of the requests and their judges cost, beside <see cref="Cost"/>; the known part.</summary>
    ShadowCost,

    /// <summary>Shadow runs of which the cost is not wholly known.</summary>
    ShadowsOfUnknownCost,
}

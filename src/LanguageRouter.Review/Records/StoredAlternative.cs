using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Represents what a route that did not answer would have cost.</summary>
/// <param name="Route">The route's name.</param>
/// <param name="Cost">The estimated cost.</param>
public readonly record struct StoredAlternative(string Route, CostInterval Cost);

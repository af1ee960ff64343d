using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Represents what a candidate policy would have chosen; nothing was spent on it.</summary>
/// <param name="Policy">The version of the candidate policy.</param>
/// <param name="Route">The route that it would have chosen.</param>
/// <param name="CostDifference">The expected cost of that route less the chosen one's; below 0 is cheaper.</param>
public sealed record StoredShadow(string Policy, string Route, CostInterval CostDifference);

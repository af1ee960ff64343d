using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store;

/// <summary>Represents what a candidate policy in shadow would have chosen where the policy in force chose one route.</summary>
/// <param name="Policy">The version of the policy in force.</param>
/// <param name="Candidate">The version of the candidate policy.</param>
/// <param name="Chosen">The route that the policy in force chose.</param>
/// <param name="Route">The route that the candidate policy would have chosen.</param>
/// <param name="Requests">The number of requests.</param>
/// <param name="CostDifference">The sum of the expected cost differences that are known, in USD; below 0 is cheaper. Estimated.</param>
/// <param name="Unknown">The number of requests whose difference is unknown.</param>
public sealed record ShadowRollup(string Policy, string Candidate, string Chosen, string Route, long Requests, CostInterval CostDifference, long Unknown);

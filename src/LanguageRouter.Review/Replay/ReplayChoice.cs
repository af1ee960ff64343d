using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Replay;

/// <summary>What a policy would have chosen for a kept record.</summary>
/// <param name="Route">The route.</param>
/// <param name="Cost">Its expected cost at the policy's prices.</param>
/// <param name="Points">Its expected quality in points against the policy's default route.</param>
internal sealed record ReplayChoice(string Route, CostInterval Cost, double Points);

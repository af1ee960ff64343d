using LanguageRouter.Scoring;

namespace LanguageRouter.Decisions;

/// <summary>Which of the scored routes won.</summary>
/// <param name="Chosen">The chosen score; the default route's where none was eligible.</param>
/// <param name="RunnerUp">The best eligible score after it.</param>
/// <param name="IsEligible">Whether the chosen route was eligible.</param>
/// <param name="Keep">The earlier decision that bound this one.</param>
internal readonly record struct RouteChoice(RouteScore Chosen, RouteScore? RunnerUp, bool IsEligible, KeptRoute? Keep);

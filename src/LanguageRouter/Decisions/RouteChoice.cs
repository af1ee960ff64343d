using LanguageRouter.Scoring;

namespace LanguageRouter.Decisions;

/// <summary>Which of the scored routes won.</summary>
/// <param name="Chosen">The chosen score; the default route's where none was eligible.</param>
/// <param name="RunnerUp">The best eligible score after it.</param>
/// <param name="IsEligible">Whether the chosen route was eligible.</param>
/// <param name="Keep">What an earlier request binds this one to, kept or left.</param>
/// <param name="IsKept">Whether the chosen route is the one that was kept.</param>
internal readonly record struct RouteChoice(RouteScore Chosen, RouteScore? RunnerUp, bool IsEligible, KeptRoute? Keep, bool IsKept);

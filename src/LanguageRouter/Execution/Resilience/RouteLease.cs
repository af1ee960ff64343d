namespace LanguageRouter.Execution.Resilience;

/// <summary>What an attempt holds of its route until it ends.</summary>
/// <param name="Guard">The route's guard as it was when the attempt began: a reload may have put another in its place.</param>
/// <param name="IsProbe">Whether the attempt is the one that tries a route which was out.</param>
/// <param name="HasSlot">Whether it takes one of a limited number of places.</param>
internal readonly record struct RouteLease(RouteGuard Guard, bool IsProbe, bool HasSlot);

using LanguageRouter.Routes;

namespace LanguageRouter.Execution;

/// <summary>A route that may be tried.</summary>
/// <param name="Route">The route.</param>
/// <param name="Reason">Why it is tried; null for the decision's own target.</param>
internal readonly record struct RouteCandidate(Route Route, string? Reason);

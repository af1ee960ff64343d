using LanguageRouter.Routes;

namespace LanguageRouter.Decisions;

/// <summary>A route that a request keeps from an earlier decision.</summary>
internal sealed record KeptRoute(Route Route, DecisionOrigin Origin, string Reason);

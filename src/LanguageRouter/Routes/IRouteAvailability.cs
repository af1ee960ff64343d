using LanguageRouter.Scoring;

namespace LanguageRouter.Routes;

/// <summary>Says whether a route can serve a tenant at the moment: its health, its budget, its handshake. Every registered one is asked before each decision.</summary>
/// <remarks>Implementations are safe for concurrent use, answer from memory at once, and do not throw.</remarks>
public interface IRouteAvailability
{
    /// <summary>Checks one route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="tenant">The tenant; empty where the application has none.</param>
    /// <returns>Why the route is out for now; <see langword="null"/> where it can serve.</returns>
    Exclusion? Check(Route route, string tenant);
}

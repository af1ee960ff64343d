namespace LanguageRouter.Execution;

/// <summary>Tells how the routes do. Registered by <c>AddLanguageRouting</c>.</summary>
/// <remarks>Safe for concurrent use; answers from memory at once.</remarks>
public interface IRouteHealth
{
    /// <summary>Gets every route of the configuration in force that can be executed.</summary>
    /// <returns>The routes in configured order.</returns>
    IReadOnlyList<RouteHealth> GetAll();

    /// <summary>Gets one route.</summary>
    /// <param name="route">The route's name.</param>
    /// <returns>How it does; <see langword="null"/> where there is no such route that can be executed.</returns>
    RouteHealth? Find(string route);
}

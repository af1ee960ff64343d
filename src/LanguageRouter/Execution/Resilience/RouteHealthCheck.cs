using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LanguageRouter.Execution.Resilience;

/// <summary>Reports the routes to the health checks of an application: degraded while one is not used, the failure status while none is.</summary>
internal sealed class RouteHealthCheck(IRouteHealth health) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var routes = health.GetAll();
        var troubled = routes.Where(route => route.State != RouteHealthState.Healthy).ToArray();
        var status = troubled.Length == 0 ? HealthStatus.Healthy
            : routes.All(route => route.State == RouteHealthState.Open) ? context.Registration.FailureStatus
            : HealthStatus.Degraded;
        return Task.FromResult(new HealthCheckResult(
            status,
            troubled.Length == 0 ? $"all {routes.Count} routes are used" : $"not used: {string.Join(", ", troubled.Select(Describe))}",
            exception: null,
            routes.ToDictionary(route => route.Route, object (route) => KebabNames<RouteHealthState>.Of(route.State), StringComparer.Ordinal)));
    }

    private static string Describe(RouteHealth route) =>
        $"{route.Route} ({KebabNames<RouteHealthState>.Of(route.State)}{(route.LastError is { } error ? $", last error {KebabNames<RouteErrorClass>.Of(error)}" : "")})";
}

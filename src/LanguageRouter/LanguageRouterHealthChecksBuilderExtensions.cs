using LanguageRouter.Execution;
using LanguageRouter.Execution.Resilience;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the router to an application's health checks.</summary>
public static class LanguageRouterHealthChecksBuilderExtensions
{
    /// <summary>Reports the routes: healthy while all are used, degraded while some are not, and the failure status while none is.</summary>
    /// <param name="builder">The health checks; the services have been given <c>AddLanguageRouting</c>.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">The status while no route is used; <see langword="null"/> for unhealthy.</param>
    /// <param name="tags">Tags by which checks are filtered.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>Nothing is sent to a provider: the check tells what the router has seen of its own attempts. It belongs to readiness, not to liveness; a restart mends no provider.</remarks>
    public static IHealthChecksBuilder AddLanguageRouterHealthCheck(
        this IHealthChecksBuilder builder, string name = "language-router", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, provider => new RouteHealthCheck(provider.GetRequiredService<IRouteHealth>()), failureStatus, tags));
    }
}

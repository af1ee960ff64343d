using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanguageRouter;

/// <summary>Makes the router when the application starts, so that a mistake in its configuration ends the start and not a request.</summary>
internal sealed class RoutingStartup(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<Policies.PolicySource>();

        // The application's client is the router, or has one inside: making it finds the routes that have no client.
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetService<IChatClient>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

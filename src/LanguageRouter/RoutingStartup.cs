using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanguageRouter;

/// <summary>Makes the router when the application starts, so that a mistake in its configuration ends the start and not a request.</summary>
internal sealed class RoutingStartup(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // An application that put the router around a client of its own checks that one when it resolves it.
        _ = services.GetRequiredService<Policies.PolicySource>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

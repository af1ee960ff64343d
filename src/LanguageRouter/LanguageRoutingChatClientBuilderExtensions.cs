using LanguageRouter;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.AI;

/// <summary>Puts the router into a chat client pipeline.</summary>
public static class LanguageRoutingChatClientBuilderExtensions
{
    /// <summary>Puts the router around the client that the application uses today: it serves the model of the default route.</summary>
    /// <param name="builder">The builder; its services have been given <c>AddLanguageRouting</c>.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="InvalidOperationException">On building: the services lack <c>AddLanguageRouting</c>.</exception>
    public static ChatClientBuilder UseLanguageRouting(this ChatClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((innerClient, services) => services.GetService<LanguageRouter.Policies.PolicySource>() is null
            ? throw new InvalidOperationException("UseLanguageRouting needs services.AddLanguageRouting(configuration), and Build(services) with those services.")
            : LanguageRoutingChatClientFactory.Create(services, innerClient));
    }
}

using LanguageRouter.Execution;
using LanguageRouter.OpenAI;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.OpenAI.Errors;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the clients of models behind endpoints that speak the OpenAI protocol.</summary>
public static class OpenAIModelClientsServiceCollectionExtensions
{
    /// <summary>Serves every model that has a section <c>LanguageRouter:Models:&lt;name&gt;:Client</c>, and tells the router what the endpoints' errors mean.</summary>
    /// <param name="services">The services; the order against <c>AddLanguageRouting</c> does not matter.</param>
    /// <param name="configuration">The application's configuration; the keys are looked up in it and in the environment.</param>
    /// <param name="httpClient">Makes the HTTP client that all models share, such as one with a proxy. Default: a client of this registration's own, disposed with it. One that is given stays the giver's, and its own <see cref="HttpClient.Timeout"/> counts beside <c>Client:Timeout</c>.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <remarks>
    /// The mistakes of all models are reported together with those of the rest of the configuration when it is read: at the start of a hosted
    /// application, else when the router is first resolved. On a reload a changed endpoint or key comes into force with the new configuration;
    /// requests under way end on the old one. Nothing is sent again by this package: failover is the router's.
    /// </remarks>
    public static IServiceCollection AddOpenAIModelClients(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, HttpClient>? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var settings = new ModelClientSettingsReader(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelClients, OpenAIModelClients>(
            provider => new OpenAIModelClients(settings, httpClient?.Invoke(provider))));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RoutingOptions>, ModelClientSettingsValidator>(
            _ => new ModelClientSettingsValidator(settings)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRouteErrorClassifier, OpenAIErrorClassifier>(_ => OpenAIErrorClassifier.Instance));
        return services;
    }
}

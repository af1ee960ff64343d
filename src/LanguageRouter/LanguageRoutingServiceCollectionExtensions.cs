using LanguageRouter;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Stickiness;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the router with an application's services.</summary>
public static class LanguageRoutingServiceCollectionExtensions
{
    /// <summary>Registers the router with the configuration section <c>LanguageRouter</c>, which is read again when it changes.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <remarks>
    /// A hosted application finds every mistake of the configuration at start-up; others when the client is first resolved. The clients of
    /// the models come from every registered <see cref="IModelClients"/>, such as the one of the package LanguageRouter.OpenAI.
    /// </remarks>
    public static IServiceCollection AddLanguageRouting(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(RoutingOptions.SectionName);
        return services.AddLanguageRouting(provider => new PolicySource(section, Logger<PolicySource>(provider), provider.GetServices<IValidateOptions<RoutingOptions>>()));
    }

    /// <summary>Registers the router with a configuration that was made in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLanguageRouting(this IServiceCollection services, RoutingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddLanguageRouting(provider => new PolicySource(configuration, Logger<PolicySource>(provider)));
    }

    /// <summary>Registers the client of one model.</summary>
    /// <param name="services">The services.</param>
    /// <param name="model">The model's name in the configuration.</param>
    /// <param name="client">The client.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddModelClient(this IServiceCollection services, string model, IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(client);
        return services.AddSingleton<IModelClients>(new SingleModelClient(model, client));
    }

    private static IServiceCollection AddLanguageRouting(this IServiceCollection services, Func<IServiceProvider, PolicySource> policies)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(policies);
        services.TryAddSingleton<IDecisionCache>(_ => new MemoryDecisionCache());
        services.TryAddSingleton<IConversationMemory>(_ => new MemoryConversationMemory());
        services.TryAddSingleton<IBudgetLedger>(provider => new MemoryBudgetLedger(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton(provider => new BudgetTelemetry(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton(provider => new RoutingTelemetry(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton(provider => new RecordQueue(
            provider.GetServices<IRoutingRecordSink>(), provider.GetRequiredService<RoutingTelemetry>(), Logger<RecordQueue>(provider)));
        services.TryAddSingleton(provider => LanguageRoutingChatClientFactory.Create(provider, innerClient: null));
        services.TryAddSingleton<IChatClient>(provider => provider.GetRequiredService<LanguageRoutingChatClient>());
        services.AddHostedService<RoutingStartup>();
        return services;
    }

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}

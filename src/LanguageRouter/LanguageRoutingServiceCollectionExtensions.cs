using LanguageRouter;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Execution.Resilience;
using LanguageRouter.Learning;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Stickiness;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
    /// the models come from every registered <see cref="IModelClients"/>, such as the one of the package LanguageRouter.OpenAI. Relative paths
    /// of tokenizer files start at the host's content root, or at the working directory where there is no host.
    /// </remarks>
    public static IServiceCollection AddLanguageRouting(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var source = configuration as IConfigurationRoot ?? (IConfiguration)configuration.GetSection(RoutingOptions.SectionName);
        return services.AddLanguageRouting(provider => new PolicySource(
            source, provider.GetRequiredService<RoutingTelemetry>(), Logger<PolicySource>(provider),
            provider.GetServices<IValidateOptions<RoutingOptions>>(), provider.GetServices<ITenantPolicySource>(),
            provider.GetService<IHostEnvironment>()?.ContentRootPath));
    }

    /// <summary>Registers the router with a configuration that was made in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddLanguageRouting(this IServiceCollection services, RoutingConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddLanguageRouting(provider => new PolicySource(configuration, provider.GetRequiredService<RoutingTelemetry>(), Logger<PolicySource>(provider)));
    }

    /// <summary>Registers JSON files with policies of tenants, beside those of the configuration; they are read again when they change.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The file, or a pattern in the last part, such as <c>tenants/*.json</c>.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddTenantPolicies(this IServiceCollection services, string path)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return services.AddSingleton<ITenantPolicySource>(_ => new JsonTenantPolicies(path));
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
        services.TryAddSingleton(provider => new FidelityGates(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRouteAvailability, TranslationAvailability>());
        services.TryAddSingleton<IDecisionCache>(_ => new MemoryDecisionCache());
        services.TryAddSingleton<IConversationMemory>(_ => new MemoryConversationMemory());
        services.TryAddSingleton<IBudgetLedger>(provider => new MemoryBudgetLedger(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton(provider => new BudgetTelemetry(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton(provider => new RoutingTelemetry(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.TryAddSingleton(_ => new RouteExploration());
        services.TryAddSingleton(provider => new UsageLearning(provider.GetRequiredService<RoutingTelemetry>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRecordLearner, UsageLearning>(provider => provider.GetRequiredService<UsageLearning>()));
        services.TryAddSingleton(provider => new RecordQueue(
            provider.GetServices<IRecordLearner>(), provider.GetServices<IRoutingRecordSink>(), provider.GetRequiredService<RoutingTelemetry>(), Logger<RecordQueue>(provider)));
        services.TryAddSingleton(provider => new RouteHealthTracker(
            new RouteHealthLog(Logger<RouteHealthLog>(provider)), provider.GetRequiredService<RoutingTelemetry>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.TryAddSingleton<IRouteHealth>(provider => provider.GetRequiredService<RouteHealthTracker>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRouteAvailability, RouteHealthTracker>(provider => provider.GetRequiredService<RouteHealthTracker>()));
        services.TryAddSingleton(provider => LanguageRoutingChatClientFactory.Create(provider, innerClient: null));
        services.TryAddSingleton<IChatClient>(provider => provider.GetRequiredService<LanguageRoutingChatClient>());
        services.AddHostedService<RoutingStartup>();
        return services;
    }

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}

using System.Diagnostics.Metrics;
using LanguageRouter.Budgets;
using LanguageRouter.Redis;
using LanguageRouter.Redis.Budgets;
using LanguageRouter.Redis.Conversations;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shares budgets and conversations between instances.</summary>
public static class LanguageRouterRedisServiceCollectionExtensions
{
    private const string MeterName = "LanguageRouter";

    /// <summary>Keeps budgets and the routes of conversations in Redis, over a connection of the router's own.</summary>
    /// <param name="services">The services, with <c>AddLanguageRouting</c> before or after.</param>
    /// <param name="configuration">The connection, in the form of StackExchange.Redis: <c>host:port,password=...,ssl=true</c>. It is never logged.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentException">The configuration cannot be read, or an option is wrong.</exception>
    /// <remarks>The application starts and answers whether Redis is there or not. The connection is made with the first request and again whenever it breaks.</remarks>
    public static IServiceCollection AddLanguageRouterRedis(this IServiceCollection services, string configuration, Action<RedisRoutingOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        var connection = Parse(configuration);
        return services.Add(async _ => await ConnectionMultiplexer.ConnectAsync(connection).ConfigureAwait(false), owns: true, configure);
    }

    /// <summary>Keeps budgets and the routes of conversations in Redis, over the application's own connection.</summary>
    /// <param name="services">The services, with <c>AddLanguageRouting</c> before or after.</param>
    /// <param name="connection">Gives the connection, made with <c>abortConnect=false</c>. It stays the application's.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public static IServiceCollection AddLanguageRouterRedis(
        this IServiceCollection services, Func<IServiceProvider, IConnectionMultiplexer> connection, Action<RedisRoutingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return services.Add(provider => Task.FromResult(connection(provider)), owns: false, configure);
    }

    private static IServiceCollection Add(
        this IServiceCollection services, Func<IServiceProvider, Task<IConnectionMultiplexer>> connect, bool owns, Action<RedisRoutingOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new RedisRoutingOptions();
        configure?.Invoke(options);
        options.Validate();
        services.TryAddSingleton(provider => new RedisConnection(() => connect(provider), owns, options, Time(provider), Meter(provider), Logger<RedisConnection>(provider)));
        services.TryAddSingleton(provider => new PendingSettlements(provider.GetRequiredService<RedisConnection>(), Time(provider), Meter(provider), Logger<PendingSettlements>(provider)));
        services.Replace(ServiceDescriptor.Singleton<IBudgetLedger>(provider =>
            new RedisBudgetLedger(provider.GetRequiredService<RedisConnection>(), provider.GetRequiredService<PendingSettlements>(), Time(provider))));
        services.Replace(ServiceDescriptor.Singleton<IConversationMemory>(provider => new RedisConversationMemory(provider.GetRequiredService<RedisConnection>())));
        return services;
    }

    // A request must not queue behind a connection that is broken, and an application must start without Redis.
    private static ConfigurationOptions Parse(string configuration)
    {
        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(configuration);
        }
        catch (ArgumentException)
        {
            // The original message may quote the text, and the text may hold a password.
            throw new ArgumentException("The Redis configuration cannot be read. Fix: write it as host:port,name=value,... with the names of StackExchange.Redis.", nameof(configuration));
        }

        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectRetry = 1;
        options.ReconnectRetryPolicy = new LinearRetry(250);
        return options;
    }

    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static Meter Meter(IServiceProvider provider) => provider.GetService<IMeterFactory>()?.Create(MeterName) ?? new Meter(MeterName);

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}

using LanguageRouter.Budgets;
using LanguageRouter.Redis.Budgets;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Redis.Tests;

/// <summary>One instance of an application: its own services and its own connection.</summary>
internal sealed class RedisInstance(string configuration, Action<IServiceCollection>? services = null, Action<RedisRoutingOptions>? configure = null) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Build(configuration, services, configure);

    public IBudgetLedger Ledger => _services.GetRequiredService<IBudgetLedger>();

    public IConversationMemory Conversations => _services.GetRequiredService<IConversationMemory>();

    public PendingSettlements Pending => _services.GetRequiredService<PendingSettlements>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(string configuration, Action<IServiceCollection>? services, Action<RedisRoutingOptions>? configure)
    {
        var collection = new ServiceCollection();
        collection.AddLanguageRouterRedis(configuration, options =>
        {
            // A busy machine may be slow to answer; nothing here is about waiting.
            options.Timeout = TimeSpan.FromSeconds(5);
            configure?.Invoke(options);
        });
        services?.Invoke(collection);
        return collection.BuildServiceProvider();
    }
}

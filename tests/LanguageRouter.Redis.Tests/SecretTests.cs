using LanguageRouter.Evaluation.Budgets;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LanguageRouter.Redis.Tests;

public sealed class SecretTests
{
    private const string Password = "correct-horse-7f3a";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void AConfigurationThatCannotBeReadDoesNotQuoteItself()
    {
        var error = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddLanguageRouterRedis($"127.0.0.1:1,pasword={Password}"));
        Assert.DoesNotContain(Password, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Fix: ", error.Message, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task AWrongPasswordIsAnAbsentRedisAndNothingSaysIt()
    {
        await using var server = await RedisServer.StartAsync("another-password");
        var logs = new FakeLogCollector();
        await using var instance = new RedisInstance(
            $"127.0.0.1:{server.Port},password={Password}", services => services.AddLogging(builder => builder.AddProvider(new FakeLoggerProvider(logs)).SetMinimumLevel(LogLevel.Trace)));
        var key = new ConversationKey("acme", "v1", ConversationScope.Conversation, "c");
        Assert.Null(await instance.Conversations.RecallAsync(key, Token));
        var reservation = await instance.Ledger.ReserveAsync("acme", RedisBudgetLedgerTests.Budget(1), 0.1m, enforce: true, Token);
        Assert.Null(reservation.Lease);
        var said = string.Join('\n', logs.GetSnapshot().Select(record => record.Message + record.Exception)) + instance.Ledger + instance.Conversations + new RedisRoutingOptions();
        Assert.Contains("Redis did not answer", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, said, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task ARightPasswordWorks()
    {
        await using var server = await RedisServer.StartAsync(Password);
        await using var instance = new RedisInstance(server.Configuration);
        Assert.NotNull((await instance.Ledger.ReserveAsync("acme", RedisBudgetLedgerTests.Budget(1), 0.1m, enforce: true, Token)).Lease);
    }
}

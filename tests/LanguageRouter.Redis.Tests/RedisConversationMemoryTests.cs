using LanguageRouter.Evaluation.Budgets;
using LanguageRouter.Redis.Conversations;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Redis.Tests;

public sealed class RedisConversationMemoryTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private static readonly ConversationRoute Route = new("direct route", 1_024, DateTimeOffset.FromUnixTimeMilliseconds(1_764_000_000_123));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task AConversationKeepsItsRouteOnEveryInstanceForItsLifetime()
    {
        await using var server = await RedisServer.StartAsync();
        await using var one = new RedisInstance(server.Configuration);
        await using var two = new RedisInstance(server.Configuration);
        var key = new ConversationKey("acme", "v1", ConversationScope.Conversation, "c");
        await one.Conversations.RememberAsync(key, Route, TimeSpan.FromMilliseconds(400));
        Assert.Equal(Route, await two.Conversations.RecallAsync(key, Token));
        Assert.Null(await two.Conversations.RecallAsync(key with { PolicyVersion = "v2" }, Token));
        Assert.Null(await two.Conversations.RecallAsync(key with { Tenant = "globex" }, Token));
        Assert.Null(await two.Conversations.RecallAsync(key with { Scope = ConversationScope.Turn }, Token));
        await Task.Delay(450, Token);
        Assert.Null(await two.Conversations.RecallAsync(key, Token));
    }

    [RedisFact]
    public async Task WhileRedisIsAwayAnInstanceKeepsWhatItKnowsAndNobodyWaits()
    {
        await using var server = await RedisServer.StartAsync();
        await using var instance = new RedisInstance(server.Configuration);
        var key = new ConversationKey("acme", "v1", ConversationScope.Turn, "t");
        await instance.Conversations.RememberAsync(key, Route, Lifetime);
        await server.KillAsync();
        Assert.Equal(Route, await instance.Conversations.RecallAsync(key, Token));
        Assert.Null(await instance.Conversations.RecallAsync(key with { Id = "other" }, Token));
        await server.RestartAsync();
    }

    [Fact]
    public async Task AnInstanceStartsAndAnswersWithoutAnyRedis()
    {
        await using var instance = new RedisInstance("127.0.0.1:1,connectTimeout=100");
        var key = new ConversationKey("acme", "v1", ConversationScope.Conversation, "c");
        await instance.Conversations.RememberAsync(key, Route, Lifetime);
        Assert.Equal(Route, await instance.Conversations.RecallAsync(key, Token));
    }

    [Theory]
    [InlineData("1 12 1764000000123 direct", true)]
    [InlineData("2 12 1764000000123 direct", false)]
    [InlineData("1 -1 1764000000123 direct", false)]
    [InlineData("1 12 99999999999999999 direct", false)]
    [InlineData("1 12", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void WhatAnotherVersionWroteIsAMiss(string? text, bool isRead) => Assert.Equal(isRead, ConversationFormat.Read(text) is not null);

    [Fact]
    public void WhatIsWrittenIsReadBack() => Assert.Equal(Route, ConversationFormat.Read(ConversationFormat.Write(Route)));
}

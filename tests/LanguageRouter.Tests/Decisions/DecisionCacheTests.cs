using LanguageRouter.Decisions;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Decisions;

public sealed class DecisionCacheTests
{
    private const string Prompt = "量子力学を簡単に説明してください。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASimilarRequestIsAnsweredFromTheCacheAndSaysSo()
    {
        await using var router = new TestRouter();
        var first = await Decide(router, "acme");
        var same = await Decide(router, "acme");
        var similar = await Decide(router, "acme", prompt: "量子力学を簡潔に説明してください。");
        Assert.Equal([DecisionOrigin.Computed, DecisionOrigin.Cached, DecisionOrigin.Cached], [first.Origin, same.Origin, similar.Origin]);
        Assert.Contains(ReasonCodes.SameRequest, same.Reasons);
        Assert.Contains(ReasonCodes.SimilarRequest, similar.Reasons);
        Assert.NotEqual(first.Id, same.Id);
    }

    [Fact]
    public async Task TwoTenantsNeverShareADecision()
    {
        await using var router = new TestRouter();
        await Decide(router, "acme");
        Assert.Equal(DecisionOrigin.Computed, (await Decide(router, "globex")).Origin);
        Assert.Equal(DecisionOrigin.Computed, (await Decide(router, "acme:globex")).Origin);
        Assert.Equal(DecisionOrigin.Computed, (await Decide(router, "")).Origin);
    }

    [Fact]
    public async Task AConversationKeepsItsRouteWithinItsTenant()
    {
        await using var router = new TestRouter(options => (options.Defaults.QualityFloor, options.Defaults.QualityWeight) = (-100, 0));
        var first = await Decide(router, "acme", "c1");
        var second = await Decide(router, "acme", "c1", "次の数学の問題を解いてください。1から100までの整数の和はいくつですか。");
        Assert.Equal(DecisionOrigin.Sticky, second.Origin);
        Assert.Equal(first.Chosen, second.Chosen);
        Assert.NotEqual(DecisionOrigin.Sticky, (await Decide(router, "globex", "c1")).Origin);
    }

    [Fact]
    public async Task AConversationLeavesARouteThatIsNoLongerEligible()
    {
        await using var router = new TestRouter(options => (options.Defaults.QualityFloor, options.Defaults.QualityWeight) = (-100, 0));
        var first = await Decide(router, "acme", "c1");
        var second = await Decide(router, "acme", "c1", "Please write a story about a cat and a dog in the rain.");
        Assert.Equal("japanese", first.Chosen.Name);
        Assert.Equal("direct", second.Chosen.Name);
    }

    [Fact]
    public async Task ToolRoundsOfOneTurnKeepTheirRoute()
    {
        await using var router = new TestRouter(options =>
        {
            (options.Defaults.QualityFloor, options.Defaults.QualityWeight, options.Defaults.DecisionLifetime) = (-100, 0, TimeSpan.Zero);
            options.Models["frontier"].Capabilities = options.Models["local"].Capabilities = Routes.ModelCapabilities.Tools;
        });
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 20, "temperature")] };
        List<ChatMessage> messages = [new(ChatRole.User, "東京の気温は何度ですか。")];
        var first = (await router.Client.GetResponseAsync(messages, options, Token)).GetRoutingDecision()!;
        messages.Add(new(ChatRole.Assistant, [new FunctionCallContent("1", "temperature")]));
        messages.Add(new(ChatRole.Tool, [new FunctionResultContent("1", 20)]));
        var second = (await router.Client.GetResponseAsync(messages, options, Token)).GetRoutingDecision()!;
        Assert.Equal((DecisionOrigin.Computed, DecisionOrigin.Sticky), (first.Origin, second.Origin));
        Assert.Equal(first.Chosen, second.Chosen);
    }

    [Fact]
    public async Task AProvidersConversationPinsItsRoute()
    {
        await using var router = new TestRouter(options => (options.Defaults.QualityFloor, options.Defaults.QualityWeight) = (-100, 0));
        router.Local.OnResponse = (_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "はい")) { ConversationId = "resp_1" });
        await router.Client.GetResponseAsync(TestRouter.User(Prompt), cancellationToken: Token);
        var pinned = await router.Client.GetResponseAsync(TestRouter.User("Go on in English, please."), new ChatOptions { ConversationId = "resp_1" }, Token);
        var decision = pinned.GetRoutingDecision()!;
        Assert.Equal(("japanese", DecisionOrigin.Pinned), (decision.Target.Name, decision.Origin));
        var foreign = await router.Client.DecideAsync(TestRouter.User("Go on."), new ChatOptions { ConversationId = "resp_1" }.WithRoutingTenant("globex"), Token);
        Assert.Equal("direct", foreign.Target.Name);
    }

    [Fact]
    public async Task ABrokenCacheEntryOfAnotherPolicyVersionIsNotUsed()
    {
        using var cache = new MemoryDecisionCache(capacity: 2);
        await using var router = new TestRouter();
        var decision = await router.Client.DecideAsync(TestRouter.User(Prompt), cancellationToken: Token);
        cache.Remember(new DecisionCacheKey("acme", "v1", DecisionCacheScope.SimilarRequests, "c"), decision, TimeSpan.FromMinutes(1));
        Assert.False(cache.TryGet(new DecisionCacheKey("acme", "v2", DecisionCacheScope.SimilarRequests, "c"), out _));
        Assert.False(cache.TryGet(new DecisionCacheKey("acme", "v1", DecisionCacheScope.SameRequest, "c"), out _));
        Assert.True(cache.TryGet(new DecisionCacheKey("acme", "v1", DecisionCacheScope.SimilarRequests, "c"), out _));
    }

    private static async Task<RoutingDecision> Decide(TestRouter router, string tenant, string? conversation = null, string prompt = Prompt)
    {
        var options = new ChatOptions().WithRoutingTenant(tenant);
        if (conversation is not null)
        {
            options.WithRoutingConversation(conversation);
        }

        var response = await router.Client.GetResponseAsync(TestRouter.User(prompt), options, Token);
        return response.GetRoutingDecision()!;
    }
}

using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Stickiness;

public sealed class StickinessTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Two direct routes: dear input with a cache at a tenth, and one that is somewhat cheaper as long as nothing is cached.
    [Fact]
    public async Task AWarmCacheHoldsAConversationAndAColdOneLetsItGo()
    {
        await using var router = Router();
        var first = await Ask(router, Conversation(1), input: 6_000);
        Assert.Equal("steady", first.Chosen.Name);
        Change();
        var warm = await Ask(router, Conversation(2), input: 6_300);
        Assert.Equal(("steady", DecisionOrigin.Sticky), (warm.Chosen.Name, warm.Origin));
        Assert.Equal(ReasonCodes.ConversationKeepsRoute, warm.Reasons[0]);
        Assert.Equal(("steady", "rival", 5_888), (warm.Switch!.From.Name, warm.Switch.To.Name, warm.Switch.WarmTokens)); // 6,000 in steps of 128
        Assert.Equal(5_888 * (2.5m - 0.25m) / 1_000_000, warm.Switch.LostCacheUsd);
        Assert.True(warm.Switch.Gain < 0);

        _time.Advance(TimeSpan.FromMinutes(6));
        var cold = await Ask(router, Conversation(3), input: 6_600);
        Assert.Equal(("rival", DecisionOrigin.Computed, 0), (cold.Chosen.Name, cold.Origin, cold.Switch!.WarmTokens));
        Assert.Equal(ReasonCodes.SwitchPays, cold.Reasons[0]);
        Assert.True(cold.Switch.Gain > 0.02);
        Assert.Equal("rival", (await Ask(router, Conversation(4), input: 6_900)).Chosen.Name);
    }

    [Fact]
    public async Task AConversationThatGoesOnIsNotLeftForARouteThatOnlyThisRequestPrefers()
    {
        await using var router = Router(expectedTurns: 3);
        await Ask(router, Conversation(1), input: 6_000);
        Change();
        _time.Advance(TimeSpan.FromMinutes(6));
        var cold = await Ask(router, Conversation(2), input: 6_300);
        Assert.Equal(("steady", 0), (cold.Chosen.Name, cold.Switch!.WarmTokens));
        Assert.Contains(ReasonCodes.SettledByEstimate, cold.Reasons);
        Assert.True(cold.ScoreOf("rival")!.Bill.Total.LikelyUsd < cold.ScoreOf("steady")!.Bill.Total.LikelyUsd);
    }

    [Fact]
    public async Task AShortPrefixIsNeverWarmAndAMarginKeepsEqualRoutesFromFlapping()
    {
        await using var router = Router(rivalInput: 2.47m);
        Assert.Equal("steady", (await Ask(router, [new(ChatRole.User, "こんにちは。今日は何をしましょうか。")], input: 900)).Chosen.Name);
        Change();
        var decision = await Ask(router, [new(ChatRole.User, "もう少し詳しく説明してください。")], input: 900);
        Assert.Equal(("steady", 0, 0m), (decision.Chosen.Name, decision.Switch!.WarmTokens, decision.Switch.LostCacheUsd));
        Assert.InRange(decision.Switch.Gain, 0, 0.02);
    }

    [Fact]
    public async Task GoingBehindTranslationPaysForTheEarlierTurns()
    {
        await using var router = new TestRouter(options => (options.Defaults.QualityFloor, options.Defaults.QualityWeight) = (-100, 0), services => services.AddSingleton<TimeProvider>(_time));
        router.Frontier = TestChatClient.Answering("答え", 5_000, 100);
        var options = new ChatOptions().WithRoutingConversation("c").WithRoutingTenant("acme");
        var policy = Configuration(router).Defaults with { AllowedRoutes = ["direct", "english"] };
        var messages = Conversation(3);
        var signals = RoutingDecider.ReadSignals(messages, options);
        var keep = new KeptRoute(policy.Catalog.Find("direct")!, LanguageRouter.Stickiness.ConversationScope.Conversation) { WarmTokens = 0 };
        var decision = RoutingDecider.Decide(Guid.Empty, "acme", policy, messages, options, signals, DecisionState.Empty, keep);
        Assert.Equal("english", decision.Switch!.To.Name);
        var history = decision.ScoreOf("english")!.Bill.Legs[0];
        Assert.True(decision.Switch.RetranslationUsd > 0);
        var back = RoutingDecider.Decide(Guid.Empty, "acme", policy, messages, options, signals, DecisionState.Empty, keep with { Route = policy.Catalog.Find("english")! });
        Assert.True(back.ScoreOf("english")!.Bill.Legs[0].InputTokens.Likely < history.InputTokens.Likely / 2, "a conversation that is behind translation has its English turns already");
    }

    [Fact]
    public async Task ARouteThatIsOutIsLeftAtOnceAlsoInsideATurn()
    {
        var health = new Health();
        await using var router = Router(services => services.AddSingleton<IRouteAvailability>(health));
        Assert.Equal("steady", (await Ask(router, Conversation(1), 6_000, tools: true)).Chosen.Name);
        RivalIsOut = false;
        health.Out = "steady";
        Assert.Equal("rival", (await Ask(router, ToolRound(), 6_300, tools: true)).Chosen.Name);
        Assert.Equal("rival", (await Ask(router, Conversation(2), 6_300)).Chosen.Name);
    }

    [Fact]
    public async Task AToolRoundKeepsItsRouteAlthoughAnotherIsBetterAndALaterTurnIsFree()
    {
        await using var router = Router();
        Assert.Equal("steady", (await Ask(router, Conversation(1), 0, conversation: null, tools: true)).Chosen.Name);
        Change();
        var round = await Ask(router, ToolRound(), 0, conversation: null, tools: true);
        Assert.Equal(("steady", DecisionOrigin.Sticky), (round.Chosen.Name, round.Origin));
        Assert.Equal("rival", (await Ask(router, Conversation(1), 0, conversation: null, tools: true)).Chosen.Name);
    }

    [Fact]
    public async Task AConversationIsOnTheRouteThatAnsweredAfterAFailover()
    {
        await using var router = Router(rivalInput: 2.6m);
        router.Frontier = TestChatClient.Throwing(() => new TimeoutException());
        var first = await Ask(router, Conversation(1), 6_000, keepFrontier: true);
        Assert.Equal("steady", first.Chosen.Name);
        var second = await Ask(router, Conversation(2), 6_300, keepFrontier: true);
        Assert.Equal("rival", second.Switch!.From.Name);
    }

    [Fact]
    public async Task AConversationIsForgottenAfterItsLifetime()
    {
        await using var router = Router();
        await Ask(router, Conversation(1), 6_000);
        Change();
        Assert.NotNull((await router.Client.DecideAsync(Conversation(2), Of("c"), Token)).Switch);
        Assert.Null((await router.Client.DecideAsync(Conversation(2), Of("other"), Token)).Switch);
        Assert.Null((await router.Client.DecideAsync(Conversation(2), Of("c").WithRoutingTenant("globex"), Token)).Switch);
    }

    [Fact]
    public void TheDecisionSaysWhatTheSwitchCostsInJson()
    {
        var options = TestRouter.Options();
        var policy = RoutingConfiguration.Create(options).Defaults with { QualityFloor = -100 };
        var messages = Conversation(2);
        var keep = new KeptRoute(policy.Catalog.Find("direct")!, LanguageRouter.Stickiness.ConversationScope.Conversation) { WarmTokens = 2_048 };
        var decision = RoutingDecider.Decide(Guid.Empty, "", policy, messages, null, RoutingDecider.ReadSignals(messages), DecisionState.Empty, keep);
        Assert.Contains("\"switch\":{\"from\":\"direct\",\"to\":", System.Text.Json.JsonSerializer.Serialize(decision), StringComparison.Ordinal);
    }

    // The rival is out at first, so that a conversation can be on the other one when it comes in.
    private TestRouter Router(Action<IServiceCollection>? services = null, decimal rivalInput = 1.6m, int expectedTurns = 1) => new(
        options =>
        {
            options.Models.Clear();
            options.Routes.Clear();
            options.Models["frontier"] = new ModelOptions { Tokenizer = "o200k_base", InputPrice = 2.5m, CachedInputPrice = 0.25m, OutputPrice = 10, Quality = new Dictionary<string, double> { ["ja"] = 80 }, QualitySource = "test", Capabilities = ModelCapabilities.Tools };
            options.Models["mini"] = new ModelOptions { Tokenizer = "o200k_base", InputPrice = rivalInput, OutputPrice = 10, Quality = new Dictionary<string, double> { ["ja"] = 80 }, QualitySource = "test", Capabilities = ModelCapabilities.Tools };
            options.Routes.Add(new RouteOptions { Name = "steady", Kind = RouteKind.Direct, Model = "frontier" });
            options.Routes.Add(new RouteOptions { Name = "rival", Kind = RouteKind.Direct, Model = "mini" });
            options.Defaults.DefaultRoute = "steady";
            options.Defaults.Stickiness = new() { ExpectedTurns = expectedTurns };
            options.Defaults.QualityFloor = -100;
        },
        collection =>
        {
            collection.AddSingleton<TimeProvider>(_time);
            collection.AddSingleton<IRouteAvailability>(new FirstRequest(this));
            collection.RemoveAll<IRecordLearner>(); // it learns beside the requests, and what it has learnt by the next one moves the figures
            services?.Invoke(collection);
        });

    private bool RivalIsOut { get; set; } = true;

    private void Change() => RivalIsOut = false;

    private async Task<RoutingDecision> Ask(TestRouter router, IReadOnlyList<ChatMessage> messages, int input, string? conversation = "c", bool tools = false, bool keepFrontier = false)
    {
        if (!keepFrontier)
        {
            router.Frontier = TestChatClient.Answering("答え", input, 100);
        }
        else
        {
            RivalIsOut = false;
        }

        router.Mini = TestChatClient.Answering("答え", input, 100);
        var options = conversation is null ? new ChatOptions() : Of(conversation);
        options.Tools = tools ? [AIFunctionFactory.Create(() => 20, "temperature")] : null;
        return (await router.Client.GetResponseAsync(messages, options, Token)).GetRoutingDecision()!;
    }

    private static RoutingConfiguration Configuration(TestRouter router) => (RoutingConfiguration)router.Client.GetService(typeof(RoutingConfiguration))!;

    private static ChatOptions Of(string conversation) => new ChatOptions().WithRoutingConversation(conversation);

    private static List<ChatMessage> Conversation(int turns)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, string.Concat(Enumerable.Repeat("あなたは丁寧に答える助手です。数字は正確に扱ってください。", 320))) };
        for (var i = 0; i < turns; i++)
        {
            messages.Add(new(ChatRole.User, $"{i + 1}番目の質問です。光合成の仕組みについて、もう少し詳しく説明してください。"));
            if (i + 1 < turns)
            {
                messages.Add(new(ChatRole.Assistant, string.Concat(Enumerable.Repeat("光合成は光のエネルギーで二酸化炭素と水から糖を作る反応です。", 8))));
            }
        }

        return messages;
    }

    private static List<ChatMessage> ToolRound() =>
    [
        .. Conversation(1),
        new(ChatRole.Assistant, [new FunctionCallContent("1", "temperature")]),
        new(ChatRole.Tool, [new FunctionResultContent("1", 20)]),
    ];

    private sealed class FirstRequest(StickinessTests test) : IRouteAvailability
    {
        public Exclusion? Check(Route route, string tenant) => route.Name == "rival" && test.RivalIsOut ? new("not-yet", "the test lets it in later") : null;
    }

    private sealed class Health : IRouteAvailability
    {
        public string? Out { get; set; }

        public Exclusion? Check(Route route, string tenant) => route.Name == Out ? new("unhealthy", "the test says so") : null;
    }
}

using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests;

public sealed class BadInputTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, ChatMessage[]> OddRequests => new()
    {
        { "no messages", [] },
        { "a message without content", [new ChatMessage(ChatRole.User, (string?)null)] },
        { "an empty text", [new ChatMessage(ChatRole.User, "")] },
        { "only a system prompt", [new ChatMessage(ChatRole.System, "Reply in English.")] },
        { "only an image", [new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1, 2, 3 }, "image/png")])] },
        { "lone surrogates", [new ChatMessage(ChatRole.User, "\ud800こんにちは\udc00\ud83d")] },
        { "a megabyte of text", [new ChatMessage(ChatRole.User, string.Concat(Enumerable.Repeat("長い文章です。", 75_000)))] },
        { "a megabyte of one character", [new ChatMessage(ChatRole.User, new string('漢', 350_000))] },
        { "control characters", [new ChatMessage(ChatRole.User, "\0\u0001\u001b[31m\u202e")] },
    };

    [Theory]
    [MemberData(nameof(OddRequests))]
    public async Task EveryOddRequestHasADefinedResult(string what, ChatMessage[] messages)
    {
        _ = what;
        await using var router = new TestRouter(options => options.Models["frontier"].Capabilities = ModelCapabilities.Vision);
        var response = await router.Client.GetResponseAsync(messages, cancellationToken: Token);
        var decision = response.GetRoutingDecision()!;
        Assert.Equal(3, decision.Scores.Length);
        Assert.All(decision.Scores, score => Assert.True(score.Bill.Total.IsKnown));
    }

    [Fact]
    public async Task AnImageExcludesTheRoutesThatCannotSeeIt()
    {
        await using var router = new TestRouter(options => options.Models["frontier"].Capabilities = ModelCapabilities.Vision);
        var decision = await router.Client.DecideAsync([new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])], cancellationToken: Token);
        Assert.Equal("direct", decision.Chosen.Name);
        Assert.Equal(ReasonCodes.LacksCapability, decision.ScoreOf("japanese")!.Exclusion!.Code);
        Assert.Contains("'local'", decision.ScoreOf("japanese")!.Exclusion!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNoRouteIsEligibleTheRequestGoesToTheDefaultRoute()
    {
        await using var router = new TestRouter();
        var decision = await router.Client.DecideAsync([new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "audio/wav")])], cancellationToken: Token);
        Assert.Equal(("direct", ReasonCodes.NoEligibleRoute), (decision.Chosen.Name, decision.Reasons[0]));
    }

    [Fact]
    public async Task NullMessagesAreNamed()
    {
        await using var router = new TestRouter();
        await Assert.ThrowsAsync<ArgumentNullException>("messages", () => router.Client.GetResponseAsync(null!, cancellationToken: Token));
        var exception = await Assert.ThrowsAsync<ArgumentException>("messages", () => router.Client.GetResponseAsync([null!], cancellationToken: Token));
        Assert.Contains("Message 0 is null", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownTenantHasTheDefaultsUnderItsOwnName()
    {
        await using var router = new TestRouter(options => options.Tenants["acme"] = new RoutingPolicyOptions { Mode = RoutingMode.Observe });
        var decision = await router.Client.DecideAsync(TestRouter.User("こんにちは"), new ChatOptions().WithRoutingTenant("who is this"), Token);
        Assert.Equal(("who is this", RoutingMode.Enforce), (decision.Tenant, decision.Mode));
    }

    [Fact]
    public void ARouteWithoutAClientIsAnErrorThatNamesRouteModelAndFix()
    {
        var services = new ServiceCollection().AddLanguageRouting(RoutingConfiguration.Create(TestRouter.Options())).BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<LanguageRoutingChatClient>());
        Assert.Contains(exception.Failures, failure => failure.StartsWith("Route 'japanese' needs model 'local', which has no client. Fix:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AHostedApplicationDoesNotStartWithARouteWithoutAClient()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddLanguageRouting(RoutingConfiguration.Create(TestRouter.Options()));
        using var host = builder.Build();
        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));
    }

    [Fact]
    public async Task ARouterAroundTheApplicationsOwnClientStarts()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddLanguageRouting(RoutingConfiguration.Create(TestRouter.Options()));
        builder.Services.AddModelClient("mini", TestChatClient.Answering("mini")).AddModelClient("local", TestChatClient.Answering("local"));
        builder.Services.AddChatClient(TestChatClient.Answering("the application's own")).UseLanguageRouting();
        using var host = builder.Build();
        await host.StartAsync(Token);
        var response = await host.Services.GetRequiredService<IChatClient>().GetResponseAsync("Good morning.", cancellationToken: Token);
        Assert.Equal(("the application's own", "direct"), (response.Text, response.GetRoutingDecision()!.Chosen.Name));
    }

    [Fact]
    public async Task AHypotheticalRouteIsScoredAndNeverExecuted()
    {
        await using var router = new TestRouter(options =>
        {
            options.Routes[2].Hypothetical = true;
            options.Defaults.QualityFloor = -100;
            options.Defaults.QualityWeight = 0;
        });
        router.Local = new TestChatClient();
        var response = await router.Client.GetResponseAsync(TestRouter.User("光合成の仕組みを説明してください。"), cancellationToken: Token);
        var decision = response.GetRoutingDecision()!;
        Assert.NotEqual("japanese", decision.Chosen.Name);
        Assert.Contains(ReasonCodes.HypotheticalIsBetter, decision.Reasons);
        Assert.True(decision.ScoreOf("japanese")!.Bill.Total.IsKnown);
        Assert.Empty(router.Local.Requests);
    }

    [Fact]
    public async Task AnUndeterminedLanguageGoesToTheDefaultRouteAndIsNotEnglish()
    {
        await using var router = new TestRouter(options => options.Defaults.QualityFloor = -100);
        var decision = await router.Client.DecideAsync(TestRouter.User("12345"), cancellationToken: Token);
        Assert.True(decision.Signals.Language.IsUndetermined);
        Assert.Equal("direct", decision.Chosen.Name);
        Assert.Equal(ReasonCodes.LanguageUndetermined, decision.ScoreOf("japanese")!.Exclusion!.Code);
    }

    [Fact]
    public async Task CancellationReachesTheClientAndIsNoFailover()
    {
        await using var router = new TestRouter();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        foreach (var client in new[] { router.Frontier, router.Mini, router.Local })
        {
            client.OnResponse = async (_, _, token) =>
            {
                await cancelled.CancelAsync();
                token.ThrowIfCancellationRequested();
                throw new InvalidOperationException();
            };
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => router.Client.GetResponseAsync(TestRouter.User("こんにちは"), cancellationToken: cancelled.Token));
        await router.Client.FlushRecordsAsync(Token);
        Assert.Equal(Execution.AttemptOutcome.Cancelled, Assert.Single(Assert.Single(router.Sink.Records).Attempts).Outcome);
    }

    [Fact]
    public async Task NoTextOfARequestReachesItsRecord()
    {
        await using var router = new TestRouter();
        const string Secret = "ひみつのことば";
        await router.Client.GetResponseAsync(TestRouter.User($"{Secret}の意味を説明してください。"), cancellationToken: Token);
        await router.Client.FlushRecordsAsync(Token);
        var record = Assert.Single(router.Sink.Records);
        Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(record.Decision), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, record.ToString(), StringComparison.Ordinal);
    }
}

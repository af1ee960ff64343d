using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests;

public sealed class LanguageRoutingChatClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRouteAppearsOnceInTheDecision()
    {
        await using var router = new TestRouter();
        var response = await router.Client.GetResponseAsync(TestRouter.User("量子力学を簡単に説明してください。"), cancellationToken: Token);
        var decision = Assert.IsType<RoutingDecision>(response.GetRoutingDecision());
        Assert.Equal(["direct", "english", "japanese"], decision.Scores.Select(score => score.Route.Name));
        Assert.Single(decision.Scores, score => score.Standing == RouteStanding.Chosen);
        Assert.Equal(DecisionOrigin.Computed, decision.Origin);
    }

    [Fact]
    public async Task ObserveSendsToTheDefaultRouteAndRecordsTheDecision()
    {
        await using var router = new TestRouter(options =>
        {
            options.Defaults.Mode = RoutingMode.Observe;
            options.Defaults.QualityFloor = -100;
            options.Defaults.QualityWeight = 0;
        });
        var response = await router.Client.GetResponseAsync(TestRouter.User("量子力学を簡単に説明してください。"), cancellationToken: Token);
        Assert.Equal("frontier", response.Text);
        await router.Client.FlushRecordsAsync(Token);
        var record = Assert.Single(router.Sink.Records);
        Assert.Equal("japanese", record.Decision.Chosen.Name);
        Assert.Equal("direct", record.Decision.Target.Name);
        Assert.Contains(ReasonCodes.Observed, record.Decision.Reasons);
        Assert.Equal((100 * 2.5m + 50 * 10m) / 1_000_000, record.ActualCost.LikelyUsd);
        Assert.Equal(["english", "japanese"], record.CounterfactualCosts.Select(cost => cost.Key));
    }

    [Fact]
    public async Task TheRequestOptionsAreNotChangedAndTheModelIsTheRoutes()
    {
        await using var router = new TestRouter(options => options.Defaults.Mode = RoutingMode.Observe);
        var options = new ChatOptions { ModelId = "mine" }.WithRoutingTenant("acme").WithRoutingConversation("c1");
        await router.Client.GetResponseAsync(TestRouter.User("こんにちは"), options, Token);
        var seen = Assert.Single(router.Frontier.Requests).Options!;
        Assert.Equal("frontier-1", seen.ModelId);
        Assert.Null(seen.AdditionalProperties);
        Assert.Equal("mine", options.ModelId);
        Assert.Equal(2, options.AdditionalProperties!.Count);
    }

    [Fact]
    public async Task FailoverHappensBeforeOutputAndIsRecorded()
    {
        await using var router = new TestRouter(options => options.Defaults.QualityFloor = -100);
        router.Local = TestChatClient.Throwing(() => new HttpRequestException("down", null, System.Net.HttpStatusCode.ServiceUnavailable));
        router.Frontier = TestChatClient.Throwing(() => new HttpRequestException("down", null, System.Net.HttpStatusCode.ServiceUnavailable));
        await Assert.ThrowsAsync<HttpRequestException>(() => router.Client.GetResponseAsync(TestRouter.User("量子力学を簡単に説明してください。"), cancellationToken: Token));
        await router.Client.FlushRecordsAsync(Token);
        var record = Assert.Single(router.Sink.Records);
        Assert.True(record.Attempts.Length >= 2);
        Assert.All(record.Attempts, attempt => Assert.Equal(AttemptOutcome.Failed, attempt.Outcome));
        Assert.Equal(RouteErrorClass.Server, record.Attempts[0].Error);
    }

    [Fact]
    public async Task ABadRequestDoesNotFailOver()
    {
        await using var router = new TestRouter(options => options.Defaults.Routes = ["direct", "japanese"]);
        var refused = () => new HttpRequestException("no", null, System.Net.HttpStatusCode.BadRequest);
        router.Local = TestChatClient.Throwing(refused);
        router.Frontier = TestChatClient.Throwing(refused);
        await Assert.ThrowsAsync<HttpRequestException>(() => router.Client.GetResponseAsync(TestRouter.User("量子力学を簡単に説明してください。"), cancellationToken: Token));
        await router.Client.FlushRecordsAsync(Token);
        Assert.Single(Assert.Single(router.Sink.Records).Attempts);
    }
}

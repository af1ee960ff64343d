using System.Net;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;

namespace LanguageRouter.Tests.Resilience;

public sealed class HedgeTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ASecondRouteIsAskedBesideASlowOneAndBothArePaid(bool stream)
    {
        var cancelled = new TaskCompletionSource();
        await using var router = Create();
        router.Direct = Streams.Client("direct", before: async token =>
        {
            await using var registration = token.Register(cancelled.SetResult);
            await Streams.Forever(token);
        });
        Assert.Equal("other", (await router.AskWhileTimePassesAsync(stream, Step)).Text);
        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
        var record = (await router.RecordsAsync())[^1];
        Assert.Equal([(AttemptOutcome.Superseded, null), (AttemptOutcome.Succeeded, ReasonCodes.Hedge)], record.Attempts.Select(attempt => (attempt.Outcome, attempt.Reason)));
        Assert.False(record.Attempts[0].Cost.IsKnown);
        Assert.True(record.Attempts[1].Cost.LikelyUsd > 0);
        Assert.False(record.ActualCost.IsKnown);
        Assert.All(router.Health.GetAll(), health => Assert.Equal((0, RouteHealthState.Healthy), (health.Running, health.State)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheFirstMayStillWin(bool stream)
    {
        await using var router = Create();
        router.Direct = Streams.Client("direct", before: token => Task.Delay(TimeSpan.FromSeconds(2), router.Time, token));
        router.Other = Streams.Client("other", before: Streams.Forever);
        Assert.Equal("direct", (await router.AskWhileTimePassesAsync(stream, Step)).Text);
        var record = (await router.RecordsAsync())[^1];
        Assert.Equal(["other", "direct"], record.Attempts.Select(attempt => attempt.Route.Name));
        Assert.Equal([AttemptOutcome.Superseded, AttemptOutcome.Succeeded], record.Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task AQuickAnswerIsAskedForOnce()
    {
        await using var router = Create();
        router.Direct = Streams.Client("direct");
        Assert.Equal("direct", (await router.AskAsync(stream: true)).Text);
        Assert.Empty(router.Other.Requests);
        Assert.Single((await router.RecordsAsync())[^1].Attempts);
    }

    [Fact]
    public async Task WhereBothFailTheCallerGetsTheTargetsError()
    {
        await using var router = Create();
        router.Direct = Streams.Client("", new HttpRequestException("first", null, HttpStatusCode.BadRequest), before: token => Task.Delay(TimeSpan.FromSeconds(2), router.Time, token));
        router.Other = Streams.Client("", new HttpRequestException("second", null, HttpStatusCode.BadGateway));
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => router.AskWhileTimePassesAsync(stream: false, Step));
        Assert.Equal("first", error.Message);
    }

    [Fact]
    public async Task WithoutAWordInThePolicyNothingIsAskedTwice()
    {
        await using var router = new ResilienceRouter { Other = Streams.Client("other") };
        router.Direct = Streams.Client("direct", before: token => Task.Delay(TimeSpan.FromMinutes(5), router.Time, token));
        Assert.Equal("direct", (await router.AskWhileTimePassesAsync(stream: true, TimeSpan.FromSeconds(10))).Text);
        Assert.Empty(router.Other.Requests);
    }

    [Fact]
    public async Task TheLastResortIsNotAskedBesideAnotherButAfterAll()
    {
        // 1. Slow is not failed: the route below the floor waits.
        await using var router = new ResilienceRouter(options => options.Defaults.Resilience.HedgeAfter = TimeSpan.FromSeconds(1), compared: false) { Other = Streams.Client("other") };
        router.Direct = Streams.Client("direct", before: token => Task.Delay(TimeSpan.FromSeconds(5), router.Time, token));
        Assert.Equal("direct", (await router.AskWhileTimePassesAsync(stream: true, Step)).Text);
        Assert.Empty(router.Other.Requests);

        // 2. Failed is failed.
        router.Direct = Streams.Client("", new HttpRequestException("down", null, HttpStatusCode.BadGateway));
        Assert.Equal("other", (await router.AskWhileTimePassesAsync(stream: true, Step)).Text);
        Assert.Equal(ReasonCodes.LastResort, (await router.RecordsAsync())[^1].Attempts[^1].Reason);
    }

    private static ResilienceRouter Create() => new(options => options.Defaults.Resilience.HedgeAfter = TimeSpan.FromSeconds(1)) { Other = Streams.Client("other") };
}

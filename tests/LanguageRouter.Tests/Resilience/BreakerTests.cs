using System.Net;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Policies;

namespace LanguageRouter.Tests.Resilience;

public sealed class BreakerTests
{
    private static readonly Func<Exception> Down = () => new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FailuresTakeARouteOutAndOneAttemptBringsItBack(bool stream)
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("", Down()), Other = Streams.Client("other") };
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("other", (await router.AskAsync(stream)).Text);
        }

        // 1. Out: the decision knows, and nothing is sent.
        Assert.Equal(RouteHealthState.Open, router.Health.Find("direct")!.State);
        var sent = router.Direct.Requests.Count;
        var decision = (await router.AskAsync(stream)).GetRoutingDecision()!;
        Assert.Equal(sent, router.Direct.Requests.Count);
        Assert.Equal("other", decision.Target.Name);
        Assert.Equal(ReasonCodes.Unhealthy, decision.ScoreOf("direct")!.Exclusion!.Code);

        // 2. After the break one attempt tries it; it fails, and the break begins again.
        router.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(RouteHealthState.HalfOpen, router.Health.Find("direct")!.State);
        Assert.Equal("other", (await router.AskAsync(stream)).Text);
        Assert.Equal(sent + 1, router.Direct.Requests.Count);
        Assert.Equal(RouteHealthState.Open, router.Health.Find("direct")!.State);

        // 3. It succeeds, and the route is in.
        router.Direct = Streams.Client("direct");
        router.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("direct", (await router.AskAsync(stream)).Text);
        Assert.Equal(RouteHealthState.Healthy, router.Health.Find("direct")!.State);
        Assert.Equal([20, 22, 20, 22, 23], router.Log.GetSnapshot().Select(line => line.Id.Id).Where(id => id is >= 20 and <= 29));
    }

    [Fact]
    public async Task AStreamThatOpensAndIsCutIsAFailure()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("some words", new HttpIOException(HttpRequestError.ResponseEnded)), Other = Streams.Client("other") };
        await router.FailAsync(10, stream: true);
        Assert.Equal(10, router.Direct.Requests.Count);
        Assert.Equal((RouteHealthState.Open, RouteErrorClass.Connection), (router.Health.Find("direct")!.State, router.Health.Find("direct")!.LastError));
    }

    [Fact]
    public async Task AStreamWithoutAFinishReasonIsAFailure()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("some words", finish: false), Other = Streams.Client("other") };
        await router.FailAsync(10, stream: true);
        Assert.Equal(RouteHealthState.Open, router.Health.Find("direct")!.State);
    }

    [Fact]
    public async Task ErrorsOfTheRequestAndCancellationsSayNothingOfTheRoute()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("", new HttpRequestException("no", null, HttpStatusCode.BadRequest)) };
        await router.FailAsync(20);
        router.Direct = Streams.Client("", new HttpRequestException("no", null, HttpStatusCode.Unauthorized));
        await router.FailAsync(20);
        router.Direct = Streams.Client("words", before: Streams.Forever);
        for (var i = 0; i < 20; i++)
        {
            using var source = new CancellationTokenSource();
            var asked = router.AskAsync(token: source.Token);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        var health = router.Health.Find("direct")!;
        Assert.Equal((RouteHealthState.Healthy, RouteErrorClass.Authentication, 40, 0), (health.State, health.LastError, health.Failed, health.Running));
    }

    [Fact]
    public async Task OneAttemptAtATimeTriesARouteThatWasOut()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("", Down()), Other = Streams.Client("other") };
        await router.FailAsync(10);
        Assert.Equal(10, router.Direct.Requests.Count);
        var gate = new TaskCompletionSource();
        router.Direct = Streams.Client("direct", before: _ => gate.Task);
        router.Time.Advance(TimeSpan.FromSeconds(15));
        var probe = router.AskAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("other", (await router.AskAsync()).Text);
        }

        Assert.Single(router.Direct.Requests);
        gate.SetResult();
        Assert.Equal("direct", (await probe).Text);
        Assert.Equal("direct", (await router.AskAsync()).Text);
    }

    [Fact]
    public async Task ACancelledAttemptLeavesTheNextOneTry()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("", Down()), Other = Streams.Client("other") };
        await router.FailAsync(10);
        router.Direct = Streams.Client("direct", before: Streams.Forever);
        router.Time.Advance(TimeSpan.FromSeconds(15));
        using var source = new CancellationTokenSource();
        var asked = router.AskAsync(token: source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(RouteHealthState.HalfOpen, router.Health.Find("direct")!.State);
        router.Direct = Streams.Client("direct");
        Assert.Equal("direct", (await router.AskAsync()).Text);
        Assert.Equal(RouteHealthState.Healthy, router.Health.Find("direct")!.State);
    }

    [Fact]
    public async Task WhereEveryRouteIsOutTheTargetIsTriedAllTheSame()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("", Down()), Other = Streams.Client("", Down()) };
        await router.FailAsync(10);
        Assert.All(router.Health.GetAll(), health => Assert.Equal(RouteHealthState.Open, health.State));
        router.Direct = Streams.Client("direct");
        var response = await router.AskAsync();
        Assert.Equal("direct", response.Text);
        Assert.Contains(ReasonCodes.NoEligibleRoute, response.GetRoutingDecision()!.Reasons);
    }

    [Fact]
    public async Task RetryAfterKeepsARouteOutForSoLong()
    {
        var limited = new HttpRequestException("slow down", null, HttpStatusCode.TooManyRequests);
        limited.Data[CompletionErrors.RetryAfterKey] = TimeSpan.FromSeconds(7);
        await using var router = new ResilienceRouter { Direct = Streams.Client("", limited), Other = Streams.Client("other") };
        Assert.Equal("other", (await router.AskAsync()).Text);
        Assert.Equal(router.Time.GetUtcNow().AddSeconds(7), router.Health.Find("direct")!.Until);
        router.Direct = Streams.Client("direct");
        router.Time.Advance(TimeSpan.FromSeconds(6.9));
        var decision = (await router.AskAsync()).GetRoutingDecision()!;
        Assert.Equal(("other", ReasonCodes.RetryAfter), (decision.Target.Name, decision.ScoreOf("direct")!.Exclusion!.Code));
        router.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("direct", (await router.AskAsync()).Text);
        Assert.Equal(RouteHealthState.Healthy, router.Health.Find("direct")!.State);
    }

    [Fact]
    public async Task AnObservedTenantIsNeitherLimitedNorMoved()
    {
        await using var router = new ResilienceRouter(options =>
        {
            options.Defaults.Mode = RoutingMode.Observe;
            options.Resilience.MaxConcurrency = 1;
            options.Defaults.Resilience.HedgeAfter = TimeSpan.FromMilliseconds(1);
        })
        { Direct = Streams.Client("", Down()), Other = Streams.Client("other") };
        await router.FailAsync(20);
        Assert.Equal(20, router.Direct.Requests.Count);
        Assert.Empty(router.Other.Requests);

        // What happened is seen all the same, and the decision says what would be done.
        Assert.Equal(RouteHealthState.Open, router.Health.Find("direct")!.State);
        router.Direct = Streams.Client("direct");
        var response = await router.AskAsync();
        Assert.Equal(("direct", "other"), (response.Text, response.GetRoutingDecision()!.Chosen.Name));
    }

    [Fact]
    public async Task ABreakerThatIsTurnedOffNeverOpens()
    {
        await using var router = new ResilienceRouter(options => options.Resilience.FailureRatio = 0) { Direct = Streams.Client("", Down()), Other = Streams.Client("other") };
        await router.FailAsync(50);
        Assert.Equal(50, router.Direct.Requests.Count);
    }
}

using LanguageRouter.Execution;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Resilience;

public sealed class ConcurrencyLimitTests
{
    [Fact]
    public async Task AFullRouteLeavesTheRestToTheNext()
    {
        await using var router = new ResilienceRouter(options => options.Routes[0].Resilience = new() { MaxConcurrency = 1 }) { Other = Streams.Client("other") };
        var gate = new TaskCompletionSource();
        router.Direct = Streams.Client("direct", before: _ => gate.Task);
        var first = router.AskAsync(stream: true);
        Assert.Equal("other", (await router.AskAsync()).Text);
        Assert.Equal(1, router.Health.Find("direct")!.Running);
        gate.SetResult();
        Assert.Equal("direct", (await first).Text);
        Assert.Equal("direct", (await router.AskAsync()).Text);
        Assert.Equal(0, router.Health.Find("direct")!.Running);
    }

    [Fact]
    public async Task WhereNoOtherCanServeTheCallerIsToldAndNothingIsSpent()
    {
        await using var router = new ResilienceRouter(options =>
        {
            options.Resilience.MaxConcurrency = 1;
            options.Defaults.Routes = ["direct"];
        });
        var gate = new TaskCompletionSource();
        router.Direct = Streams.Client("direct", before: _ => gate.Task);
        var first = router.AskAsync();
        var error = await Assert.ThrowsAsync<RouteBusyException>(() => router.AskAsync());
        Assert.Contains("'direct'", error.Message, StringComparison.Ordinal);
        gate.SetResult();
        await first;
        var refused = (await router.RecordsAsync())[0];
        Assert.Empty(refused.Attempts);
        Assert.Equal(0, refused.ActualCost.LikelyUsd);
    }

    [Fact]
    public async Task AttemptsWaitForAPlaceForSoLong()
    {
        await using var router = new ResilienceRouter(options => options.Routes[0].Resilience = new() { MaxConcurrency = 1, QueueLength = 1, QueueTimeout = TimeSpan.FromSeconds(3) })
        { Other = Streams.Client("other") };
        var gate = new TaskCompletionSource();
        router.Direct = Streams.Client("direct", before: _ => gate.Task);
        var first = router.AskAsync();

        // 1. One waits, and goes on when its time is over; a third has no place in the queue.
        var second = router.AskAsync();
        Assert.Equal(1, router.Health.Find("direct")!.Waiting);
        Assert.Equal("other", (await router.AskAsync()).Text);
        router.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("other", (await second).Text);

        // 2. One waits, and takes the place that becomes free.
        var third = router.AskAsync();
        gate.SetResult();
        Assert.Equal(["direct", "direct"], [(await first).Text, (await third).Text]);
    }

    [Fact]
    public async Task PlacesComeBackHoweverAttemptsEnd()
    {
        await using var router = new ResilienceRouter(options => options.Resilience.MaxConcurrency = 2);
        for (var i = 0; i < 20; i++)
        {
            router.Direct = Streams.Client("some words", i % 2 == 0 ? new IOException("cut") : null);
            await router.FailAsync(1, stream: true);
            await foreach (var _ in router.Client.GetStreamingResponseAsync("こんにちは", cancellationToken: TestContext.Current.CancellationToken))
            {
                break;
            }
        }

        Assert.All(router.Health.GetAll(), health => Assert.Equal(0, health.Running));
    }
}

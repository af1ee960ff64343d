using LanguageRouter.Execution;
using LanguageRouter.Policies;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Resilience;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASilentStartFailsOver()
    {
        await using var router = new ResilienceRouter(options => options.Resilience.FirstTokenTimeout = TimeSpan.FromSeconds(2))
        { Direct = Streams.Client("direct", before: Streams.Forever), Other = Streams.Client("other") };
        Assert.Equal("other", (await router.AskWhileTimePassesAsync(stream: true, Step)).Text);
        var attempts = (await router.RecordsAsync())[^1].Attempts;
        Assert.Equal((AttemptOutcome.Failed, RouteErrorClass.Timeout, false), (attempts[0].Outcome, attempts[0].Error!.Value, attempts[0].Cost.IsKnown));
        Assert.Equal(LanguageRouter.Decisions.ReasonCodes.Failover, attempts[1].Reason);
    }

    [Fact]
    public async Task ASilenceInsideAStreamIsAnErrorThatNamesItsLimit()
    {
        await using var router = new ResilienceRouter(options => options.Routes[0].Resilience = new() { StallTimeout = TimeSpan.FromSeconds(2) })
        { Direct = Streams.Client("direct words", between: Streams.Forever), Other = Streams.Client("other") };
        var error = await Assert.ThrowsAsync<TimeoutException>(() => router.AskWhileTimePassesAsync(stream: true, Step));
        Assert.Contains("'direct'", error.Message, StringComparison.Ordinal);
        Assert.Contains("StallTimeout of 00:00:02", error.Message, StringComparison.Ordinal);
        Assert.Empty(router.Other.Requests);
        Assert.Equal(AttemptOutcome.Broken, Assert.Single((await router.RecordsAsync())[^1].Attempts).Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheWholeAnswerHasALimitToo(bool stream)
    {
        await using var router = new ResilienceRouter(options => options.Resilience.TotalTimeout = TimeSpan.FromSeconds(5)) { Other = Streams.Client("other") };
        router.Direct = Streams.Client(string.Join(' ', Enumerable.Repeat("word", 100)), between: token => Task.Delay(TimeSpan.FromSeconds(1), router.Time, token));
        if (stream)
        {
            var error = await Assert.ThrowsAsync<TimeoutException>(() => router.AskWhileTimePassesAsync(stream, Step));
            Assert.Contains("TotalTimeout of 00:00:05", error.Message, StringComparison.Ordinal);
        }
        else
        {
            router.Direct = Streams.Client("words", between: Streams.Forever);
            Assert.Equal("other", (await router.AskWhileTimePassesAsync(stream, Step)).Text);
        }
    }

    [Fact]
    public async Task AReaderMayTakeItsTime()
    {
        await using var router = new ResilienceRouter(options =>
        {
            options.Resilience.StallTimeout = TimeSpan.FromSeconds(1);
            options.Resilience.TotalTimeout = TimeSpan.FromSeconds(2);
        })
        { Direct = Streams.Client("a b c d") };
        var text = "";
        await foreach (var update in router.Client.GetStreamingResponseAsync("量子力学を説明してください。", cancellationToken: Token))
        {
            text += update.Text;
            router.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("abcd", text);
    }

    [Fact]
    public async Task WithoutLimitsTheClientGetsTheCallersOwnToken()
    {
        CancellationToken seen = default;
        await using var router = new ResilienceRouter { Direct = Streams.Client("direct", before: token => Keep(token)) };
        using var source = new CancellationTokenSource();
        await router.AskAsync(token: source.Token);
        Assert.Equal(source.Token, seen);

        Task Keep(CancellationToken token)
        {
            seen = token;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task ObservedTenantsHaveTheRoutesTimeLimits()
    {
        await using var router = new ResilienceRouter(options =>
        {
            options.Defaults.Mode = RoutingMode.Observe;
            options.Resilience.FirstTokenTimeout = TimeSpan.FromSeconds(2);
        })
        { Direct = Streams.Client("direct", before: Streams.Forever), Other = Streams.Client("other") };
        await Assert.ThrowsAsync<TimeoutException>(() => router.AskWhileTimePassesAsync(stream: true, Step));
        Assert.Empty(router.Other.Requests);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AStreamNeedsAFinishReasonUnlessTheModelNeverSendsOne(bool sends, bool ends)
    {
        await using var router = new ResilienceRouter(options => options.Models["frontier"].SendsFinishReason = sends) { Direct = Streams.Client("some words", finish: false), Other = Streams.Client("other") };
        var error = await Xunit.Record.ExceptionAsync(() => router.AskAsync(stream: true));
        Assert.Equal(ends, error is null);
        Assert.Empty(router.Other.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnEmptyStreamFailsOver(bool sends)
    {
        await using var router = new ResilienceRouter(options => options.Models["frontier"].SendsFinishReason = sends) { Direct = Streams.Client("", finish: false), Other = Streams.Client("other") };
        Assert.Equal("other", (await router.AskAsync(stream: true)).Text);
    }
}

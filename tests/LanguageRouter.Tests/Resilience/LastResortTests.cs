using System.Net;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;

namespace LanguageRouter.Tests.Resilience;

public sealed class LastResortTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(LastResort.Any, true)]
    [InlineData(LastResort.Never, false)]
    public async Task ARouteThatNobodyComparedServesOnceAllElseFailed(LastResort? policy, bool serves)
    {
        await using var router = Create(options => options.Defaults.Resilience.LastResort = policy, compared: false);
        var error = await Xunit.Record.ExceptionAsync(() => router.AskAsync());
        Assert.Equal(serves, error is null);
        var record = (await router.RecordsAsync())[^1];
        Assert.Equal(ReasonCodes.BelowQualityFloor, record.Decision.ScoreOf("other")!.Exclusion!.Code);
        Assert.Equal(serves ? [null, ReasonCodes.LastResort] : [null], record.Attempts.Select(attempt => attempt.Reason));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(LastResort.Any, true)]
    public async Task ARouteThatIsKnownToBeWorseServesOnlyWhereThePolicySaysSo(LastResort? policy, bool serves)
    {
        await using var router = Create(options =>
        {
            options.Models["mini"].Quality!["ja"] = 40;
            options.Defaults.Resilience.LastResort = policy;
        });
        Assert.Equal(serves, await Xunit.Record.ExceptionAsync(() => router.AskAsync()) is null);
    }

    [Fact]
    public async Task HardRulesAndCeilingsHold()
    {
        await using var router = Create(options => options.Defaults.CostCeilingUsd = 0.0000001m, compared: false);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => router.AskAsync()));
        Assert.Empty(router.Other.Requests);
        await using var elsewhere = Create(options => options.Defaults.Routes = ["direct"], compared: false);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => elsewhere.AskAsync()));
        Assert.Empty(elsewhere.Other.Requests);
    }

    [Fact]
    public async Task ABadRequestDoesNotGoToTheLastResort()
    {
        await using var router = Create(compared: false);
        router.Direct = Streams.Client("", new HttpRequestException("no", null, HttpStatusCode.BadRequest));
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => router.AskAsync()));
        Assert.Empty(router.Other.Requests);
    }

    private static ResilienceRouter Create(Action<RoutingOptions>? change = null, bool compared = true) => new(change, compared)
    {
        Direct = Streams.Client("", new HttpRequestException("down", null, HttpStatusCode.BadGateway)),
        Other = Streams.Client("other"),
    };
}

using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Faults;
using LanguageRouter.OpenAI.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.OpenAI.Tests;

public sealed class RetryAfterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Retry-After", "70", 70d)]
    [InlineData("retry-after", "0.5", 0.5)]
    [InlineData("retry-after-ms", "90000", 90d)]
    [InlineData("Retry-After", "99999999999", 600d)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("Retry-After", "-5", null)]
    [InlineData("Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT", null)]
    [InlineData("Retry-After", "Wed, 01 Jan 2098 00:00:00 GMT", 600d)]
    public async Task TheProvidersWishKeepsTheRouteOut(string header, string value, double? seconds)
    {
        await using var limited = await LoopbackEndpoint.StartAsync((context, request) =>
        {
            context.Response.Headers[header] = value;
            return ChatAnswers.OpenAIError(429, "rate_limit_exceeded")(context, request);
        });
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(limited.Address, serving.Address));
        var before = TimeProvider.System.GetUtcNow();
        Assert.Equal("pong", (await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token)).Text);
        var until = router.Services.GetRequiredService<IRouteHealth>().Find("first")!.Until;
        if (seconds is { } expected && expected > 1)
        {
            Assert.InRange(until!.Value - before, TimeSpan.FromSeconds(expected - 0.1), TimeSpan.FromSeconds(expected + 30));
            Assert.Equal("second", (await router.Client.DecideAsync(OpenAIRouter.User(), cancellationToken: Token)).Target.Name);
        }
        else if (seconds is null)
        {
            Assert.Null(until);
        }
    }

    [Fact]
    public async Task AConnectionThatIsNotMadeIsNotWaitedFor()
    {
        // Nothing answers on an address of a documentation network; where the machine has no way there, it says so at once.
        await using var server = new FaultServer();
        await using var router = new FaultRouter(server, "none", second: false, [new("LanguageRouter:Models:none:Client:Endpoint", "https://192.0.2.1/v1"), new("LanguageRouter:Models:none:Client:ConnectTimeout", "00:00:00.2")]);
        var outcome = await router.AskAsync(stream: false, Token);
        Assert.NotNull(outcome.Error);
        Assert.Contains(outcome.Record.Attempts[0].Error, new RouteErrorClass?[] { RouteErrorClass.Timeout, RouteErrorClass.Connection });
    }
}

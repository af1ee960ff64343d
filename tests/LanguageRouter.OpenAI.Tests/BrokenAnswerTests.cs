using System.ClientModel;
using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace LanguageRouter.OpenAI.Tests;

/// <summary>Answers that carry status 200 and are none: the SDK alone takes most of them for an empty or a whole answer.</summary>
public sealed class BrokenAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"error":{"message":"The engine ran out of memory.","type":"InternalServerError","code":500}}""", RouteErrorClass.Server)]
    [InlineData("""{"error":{"message":"TimeoutError","type":"GatewayTimeout","code":504}}""", RouteErrorClass.Timeout)]
    [InlineData("""{"error":{"message":"Slow down.","code":"rate_limit_exceeded"}}""", RouteErrorClass.RateLimit)]
    [InlineData("""{"error":{"message":"This model's maximum context length is 4096 tokens.","code":400}}""", RouteErrorClass.ContextLength)]
    [InlineData("""{"error":"overloaded"}""", RouteErrorClass.Server)]
    [InlineData("{oops", RouteErrorClass.Server)]
    [InlineData("""{"id":"1","object":"chat.completion.chunk","created":1,"model":"m","error":{"code":502},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""", RouteErrorClass.Server)]
    public async Task AnErrorInsideAStreamFailsOverBeforeOutput(string data, RouteErrorClass expected)
    {
        await using var failing = await LoopbackEndpoint.StartAsync(async (context, _) =>
        {
            await ChatAnswers.Event(context, data);
            await ChatAnswers.Event(context, "[DONE]");
        });
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(failing.Address, serving.Address));
        var response = await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token).ToChatResponseAsync(Token);
        Assert.Equal("pong", response.Text);
        var attempts = (await router.RecordAsync()).Attempts;
        Assert.Equal([(AttemptOutcome.Failed, expected), (AttemptOutcome.Succeeded, null)], attempts.Select(attempt => (attempt.Outcome, attempt.Error)));
    }

    [Fact]
    public async Task AnUpdateThatOnlyNamesTheRoleCommitsNothing()
    {
        await using var failing = await LoopbackEndpoint.StartAsync(async (context, request) =>
        {
            await ChatAnswers.Event(context, ChatAnswers.Chunk(request, ""));
            await ChatAnswers.Event(context, """{"error":{"message":"Out of memory.","code":500}}""");
        });
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(failing.Address, serving.Address));
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token))
        {
            updates.Add(update);
        }

        Assert.All(updates, update => Assert.Equal("beta-2026-01-01", update.ModelId));
        Assert.Equal("pong", updates.ToChatResponse().Text);
        Assert.Equal("first", updates[0].GetRoutingDecision()!.Target.Name);
        Assert.Equal([AttemptOutcome.Failed, AttemptOutcome.Succeeded], (await router.RecordAsync()).Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task AnErrorInsideAStreamAfterOutputReachesTheCaller()
    {
        await using var failing = await LoopbackEndpoint.StartAsync(async (context, request) =>
        {
            await ChatAnswers.Event(context, ChatAnswers.Chunk(request, "po"));
            await ChatAnswers.Event(context, """{"error":{"message":"The engine fell over.","code":503}}""");
            await ChatAnswers.Event(context, "[DONE]");
        });
        var (text, exception, attempt) = await BrokenAsync(failing);
        Assert.Equal("po", text);
        Assert.Equal(503, Assert.IsAssignableFrom<ClientResultException>(exception).Status);
        Assert.DoesNotContain("fell over", exception.Message, StringComparison.Ordinal);
        Assert.Equal((AttemptOutcome.Broken, RouteErrorClass.Server), (attempt.Outcome, attempt.Error!.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACutStreamIsAnErrorAndNeverASilentEnd(bool abort)
    {
        await using var cut = await LoopbackEndpoint.StartAsync(async (context, request) =>
        {
            await ChatAnswers.Event(context, ChatAnswers.Chunk(request, "po"));
            if (abort)
            {
                // The first update has to be on its way before the connection goes.
                await Task.Delay(300, context.RequestAborted);
                context.Abort();
            }
        });
        var (text, _, attempt) = await BrokenAsync(cut);
        Assert.Equal("po", text);
        Assert.Equal((AttemptOutcome.Broken, RouteErrorClass.Connection), (attempt.Outcome, attempt.Error!.Value));
    }

    [Fact]
    public async Task AStalledStreamEndsInAnError()
    {
        await using var stalled = await LoopbackEndpoint.StartAsync(async (context, request) =>
        {
            await ChatAnswers.Event(context, ChatAnswers.Chunk(request, "po"));
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var (text, _, attempt) = await BrokenAsync(stalled, "00:00:02");
        Assert.Equal("po", text);
        Assert.Equal((AttemptOutcome.Broken, RouteErrorClass.Timeout), (attempt.Outcome, attempt.Error!.Value));
    }

    [Theory]
    [InlineData("text/html", "<html>Please sign in.</html>", false)]
    [InlineData("text/html", "<html>Please sign in.</html>", true)]
    [InlineData("application/json", """{"error":{"message":"Provider returned error","code":502}}""", false)]
    [InlineData("application/json", """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}""", false)]
    public async Task ABodyThatIsNotTheProtocolsFailsOver(string contentType, string body, bool stream)
    {
        await using var failing = await LoopbackEndpoint.StartAsync(async (context, _) =>
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body, context.RequestAborted);
        });
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(failing.Address, serving.Address));
        var response = stream
            ? await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token).ToChatResponseAsync(Token)
            : await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        Assert.Equal("pong", response.Text);
        Assert.Equal(AttemptOutcome.Failed, (await router.RecordAsync()).Attempts[0].Outcome);
    }

    private static async Task<(string Text, Exception Exception, RouteAttempt Attempt)> BrokenAsync(LoopbackEndpoint endpoint, string? timeout = null)
    {
        await using var untouched = await LoopbackEndpoint.StartAsync();
        var settings = OpenAIRouter.TwoModels(endpoint.Address, untouched.Address);
        settings["LanguageRouter:Models:alpha:Client:Timeout"] = timeout;
        await using var router = new OpenAIRouter(settings);
        var text = "";
        var exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var update in router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token))
            {
                text += update.Text;
            }
        });
        Assert.Empty(untouched.Requests);
        return (text, exception, Assert.Single((await router.RecordAsync()).Attempts));
    }
}

using System.ClientModel;
using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.OpenAI.Tests;

public sealed class OpenAIModelClientsTests
{
    private const string Secret = "sk-proj-0123456789abcdefghijklmnopqrstuvwxyz";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAnswerArrivesWithUsageFinishReasonAndModel()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(endpoint.Address, endpoint.Address));
        var response = await router.Client.GetResponseAsync(OpenAIRouter.User(), new ChatOptions { MaxOutputTokens = 7, ModelId = "mine" }, Token);
        Assert.Equal("pong", response.Text);
        Assert.Equal("alpha-1-2026-01-01", response.ModelId);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Null(response.ConversationId);
        Assert.Equal((100, 40, 64, 24), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.CachedInputTokenCount, response.Usage.ReasoningTokenCount));

        var request = Assert.Single(endpoint.Requests);
        Assert.Equal("/v1/chat/completions", request.Target);
        Assert.Equal("alpha-1", request.Model);
        Assert.Equal(7, (int?)request.Body["max_completion_tokens"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));

        var attempt = Assert.Single((await router.RecordAsync()).Attempts);
        Assert.Equal(AttemptOutcome.Succeeded, attempt.Outcome);
        Assert.Equal("alpha-1-2026-01-01", Assert.Single(attempt.Legs).ModelId);
        Assert.Equal((36 * 1m + 64 * 0.5m + 40 * 4m) / 1_000_000, attempt.Cost.LikelyUsd);
    }

    [Fact]
    public async Task AStreamArrivesWithUsage()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(endpoint.Address, endpoint.Address));
        var response = await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token).ToChatResponseAsync(Token);
        Assert.Equal("pong", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((100, 40, 64, 24), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.CachedInputTokenCount, response.Usage.ReasoningTokenCount));
        Assert.Equal("first", response.GetRoutingDecision()!.Target.Name);

        var attempt = Assert.Single((await router.RecordAsync()).Attempts);
        var leg = Assert.Single(attempt.Legs);
        Assert.Equal(("alpha-1-2026-01-01", 100L, 40L, 64L, 24L), (leg.ModelId, leg.Usage!.InputTokenCount, leg.Usage.OutputTokenCount, leg.Usage.CachedInputTokenCount, leg.Usage.ReasoningTokenCount));
        Assert.Equal((36 * 1m + 64 * 0.5m + 40 * 4m) / 1_000_000, attempt.Cost.LikelyUsd);
        Assert.NotNull(attempt.TimeToFirstUpdate);
    }

    [Theory]
    [InlineData(400, "invalid_value", RouteErrorClass.BadRequest, false)]
    [InlineData(401, "invalid_api_key", RouteErrorClass.Authentication, false)]
    [InlineData(403, "unsupported_country_region_territory", RouteErrorClass.Authentication, false)]
    [InlineData(404, "model_not_found", RouteErrorClass.NotFound, false)]
    [InlineData(400, "context_length_exceeded", RouteErrorClass.ContextLength, true)]
    [InlineData(402, "", RouteErrorClass.RateLimit, true)]
    [InlineData(408, "", RouteErrorClass.Timeout, true)]
    [InlineData(429, "rate_limit_exceeded", RouteErrorClass.RateLimit, true)]
    [InlineData(429, "insufficient_quota", RouteErrorClass.RateLimit, true)]
    [InlineData(500, "", RouteErrorClass.Server, true)]
    [InlineData(503, "", RouteErrorClass.Server, true)]
    [InlineData(504, "", RouteErrorClass.Timeout, true)]
    public async Task AnErrorIsSentOnceAndFailsOverOnlyWhereAnotherRouteCanServe(int status, string code, RouteErrorClass expected, bool failsOver)
    {
        await using var failing = await LoopbackEndpoint.StartAsync(ChatAnswers.OpenAIError(status, code));
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(failing.Address, serving.Address));
        foreach (var stream in new[] { false, true })
        {
            var answer = stream
                ? router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token).ToChatResponseAsync(Token)
                : router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
            if (failsOver)
            {
                Assert.Equal("beta-2026-01-01", (await answer).ModelId);
            }
            else
            {
                Assert.Equal(status, (await Assert.ThrowsAsync<ClientResultException>(() => answer)).Status);
            }

            var attempts = (await router.RecordAsync()).Attempts;
            Assert.Equal((AttemptOutcome.Failed, expected), (attempts[0].Outcome, attempts[0].Error!.Value));
            Assert.Equal(failsOver ? 2 : 1, attempts.Length);
        }

        Assert.Equal(2, failing.Requests.Count);
        Assert.Equal(failsOver ? 2 : 0, serving.Requests.Count);
    }

    [Fact]
    public async Task NoConnectionFailsOver()
    {
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels("http://127.0.0.1:9/v1", serving.Address));
        await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        var attempts = (await router.RecordAsync()).Attempts;
        Assert.Equal(RouteErrorClass.Connection, attempts[0].Error);
        Assert.Equal(AttemptOutcome.Succeeded, attempts[1].Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnEndpointThatDoesNotAnswerInTimeFailsOver(bool stream)
    {
        await using var silent = await LoopbackEndpoint.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var serving = await LoopbackEndpoint.StartAsync();
        var settings = OpenAIRouter.TwoModels(silent.Address, serving.Address);
        settings["LanguageRouter:Models:alpha:Client:Timeout"] = "00:00:00.3";
        await using var router = new OpenAIRouter(settings);
        _ = stream
            ? await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token).ToChatResponseAsync(Token)
            : await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        var attempts = (await router.RecordAsync()).Attempts;
        Assert.Equal(RouteErrorClass.Timeout, attempts[0].Error);
        Assert.Equal(AttemptOutcome.Succeeded, attempts[1].Outcome);
        Assert.InRange(silent.Requests.Count, 0, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancellationReachesTheWireAndNoOtherRoute(bool stream)
    {
        var arrived = new TaskCompletionSource();
        await using var slow = await LoopbackEndpoint.StartAsync(async (context, request) =>
        {
            if (request.Streams)
            {
                await ChatAnswers.Event(context, ChatAnswers.Chunk(request, "po"));
            }

            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var serving = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(slow.Address, serving.Address));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var answer = stream
            ? router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: cancellation.Token).ToChatResponseAsync(cancellation.Token)
            : router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: cancellation.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await slow.Requests[0].Aborted.WaitAsync(TimeSpan.FromSeconds(20), Token);
        var attempt = Assert.Single((await router.RecordAsync()).Attempts);
        Assert.Equal((AttemptOutcome.Cancelled, (RouteErrorClass?)null), (attempt.Outcome, attempt.Error));
        Assert.Empty(serving.Requests);
    }

    [Fact]
    public async Task ACallerThatStopsReadingEndsTheRequestOnTheWire()
    {
        await using var endless = await LoopbackEndpoint.StartAsync(async (context, request) =>
        {
            while (true)
            {
                await ChatAnswers.Event(context, ChatAnswers.Chunk(request, "po"));
                await Task.Delay(10, context.RequestAborted);
            }
        });
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(endless.Address, endless.Address));
        await foreach (var update in router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token))
        {
            break;
        }

        await endless.Requests[0].Aborted.WaitAsync(TimeSpan.FromSeconds(20), Token);
        Assert.Equal(AttemptOutcome.Cancelled, Assert.Single((await router.RecordAsync()).Attempts).Outcome);
    }

    [Theory]
    [InlineData(null, "Authorization", "Bearer " + Secret)]
    [InlineData("api-key", "api-key", Secret)]
    public async Task TheKeyIsSentInItsHeaderAndNowhereElse(string? header, string sentIn, string sent)
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync(ChatAnswers.OpenAIError(401, "invalid_api_key"));
        var settings = OpenAIRouter.TwoModels(endpoint.Address + "?api-version=2024-10-21", endpoint.Address);
        settings["LanguageRouter:Models:alpha:Client:ApiKeyVariable"] = "Secrets:AlphaKey";
        settings["LanguageRouter:Models:alpha:Client:ApiKeyHeader"] = header;
        settings["Secrets:AlphaKey"] = Secret;
        await using var router = new OpenAIRouter(settings);
        var exception = await Assert.ThrowsAsync<ClientResultException>(() => router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token));
        var request = Assert.Single(endpoint.Requests);
        Assert.Equal("/v1/chat/completions?api-version=2024-10-21", request.Target);
        Assert.Equal(sent, request.Headers[sentIn]);
        Assert.Single(request.Headers, pair => pair.Value.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, request.Body.ToJsonString(), StringComparison.Ordinal);

        var record = await router.RecordAsync();
        Assert.DoesNotContain(Secret, record.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.All(router.Log.Lines, line => Assert.DoesNotContain(Secret, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AKeyThatAnEndpointRepeatsDoesNotReachTheException(bool stream)
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync(ChatAnswers.OpenAIError(401, "invalid_api_key", $"Key {Secret} is not known."));
        var settings = OpenAIRouter.TwoModels(endpoint.Address, endpoint.Address);
        settings["LanguageRouter:Models:alpha:Client:ApiKeyVariable"] = "ALPHA_KEY";
        settings["ALPHA_KEY"] = Secret;
        await using var router = new OpenAIRouter(settings);
        var exception = await Assert.ThrowsAsync<ClientResultException>(() => stream
            ? router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), cancellationToken: Token).ToChatResponseAsync(Token)
            : router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token));
        Assert.Contains("Key [key] is not known.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception + exception.GetRawResponse()!.Content.ToString(), StringComparison.Ordinal);
        Assert.All(router.Log.Lines, line => Assert.DoesNotContain(Secret, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "max_completion_tokens", "max_tokens")]
    [InlineData("max_completion_tokens", "max_completion_tokens", "max_tokens")]
    [InlineData("max_tokens", "max_tokens", "max_completion_tokens")]
    public async Task TheLimitOfTheAnswerGoesIntoTheFieldThatTheEndpointKnows(string? field, string sent, string notSent)
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync();
        var settings = OpenAIRouter.TwoModels(endpoint.Address, endpoint.Address);
        settings["LanguageRouter:Models:alpha:Client:OutputLimitField"] = field;
        await using var router = new OpenAIRouter(settings);
        var options = new ChatOptions { MaxOutputTokens = 7, Temperature = 0.5f };
        await router.Client.GetResponseAsync(OpenAIRouter.User(), options, Token);
        await router.Client.GetStreamingResponseAsync(OpenAIRouter.User(), options, Token).ToChatResponseAsync(Token);
        Assert.Equal(7, options.MaxOutputTokens);
        Assert.All(endpoint.Requests, request =>
        {
            Assert.Equal(7, (int?)request.Body[sent]);
            Assert.Null(request.Body[notSent]);
            Assert.Equal(0.5, (double?)request.Body["temperature"]);
        });
    }

    [Fact]
    public async Task AnAzureDeploymentIsReachedByPathVersionAndHeader()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync();
        var settings = OpenAIRouter.TwoModels(endpoint.Address.Replace("/v1", "/openai/deployments/alpha?api-version=2024-10-21", StringComparison.Ordinal), endpoint.Address);
        settings["LanguageRouter:Models:alpha:Client:ApiKeyVariable"] = "AZURE_OPENAI_API_KEY";
        settings["LanguageRouter:Models:alpha:Client:ApiKeyHeader"] = "api-key";
        settings["AZURE_OPENAI_API_KEY"] = Secret;
        await using var router = new OpenAIRouter(settings);
        await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        var request = Assert.Single(endpoint.Requests);
        Assert.Equal("/openai/deployments/alpha/chat/completions?api-version=2024-10-21", request.Target);
        Assert.Equal(Secret, request.Headers["api-key"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task AnAdapterIsChosenByModelName()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync();
        var settings = OpenAIRouter.TwoModels(endpoint.Address, endpoint.Address);
        settings["LanguageRouter:Routes:0:Kind"] = "adapted";
        settings["LanguageRouter:Routes:0:Adapter"] = "alpha-ja-lora";
        await using var router = new OpenAIRouter(settings);
        var response = await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        Assert.Equal("alpha-ja-lora", Assert.Single(endpoint.Requests).Model);
        Assert.Equal("alpha-ja-lora-2026-01-01", response.ModelId);
    }

    [Fact]
    public async Task AReloadPicksUpTheNewEndpointAndABadOneChangesNothing()
    {
        await using var old = await LoopbackEndpoint.StartAsync();
        await using var next = await LoopbackEndpoint.StartAsync();
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(old.Address, old.Address));
        await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);

        // A bad endpoint is rejected; beta was never asked before, and still has its good one.
        router.Configuration["LanguageRouter:Models:alpha:Client:Endpoint"] = "nowhere";
        router.Configuration["LanguageRouter:Models:beta:Client:Endpoint"] = "nowhere";
        router.Configuration.Reload();
        Assert.Contains(router.Log.Lines, line => line.Contains("2 mistakes", StringComparison.Ordinal) && line.Contains("Models:beta:Client:Endpoint", StringComparison.Ordinal));
        old.Answer = (context, request) => request.Model == "beta" ? ChatAnswers.Pong(context, request) : ChatAnswers.Error(503, "{}")(context, request);
        await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        Assert.Equal(["alpha-1", "alpha-1", "beta"], old.Requests.Select(request => request.Model));

        // A good one comes into force.
        router.Configuration["LanguageRouter:Models:alpha:Client:Endpoint"] = next.Address;
        router.Configuration["LanguageRouter:Models:beta:Client:Endpoint"] = next.Address;
        router.Configuration.Reload();
        await router.Client.GetResponseAsync(OpenAIRouter.User(), cancellationToken: Token);
        Assert.Equal("alpha-1", Assert.Single(next.Requests).Model);
        Assert.Equal(3, old.Requests.Count);
    }
}

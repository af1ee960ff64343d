using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.OpenAI.Tests.Testing;

/// <summary>An endpoint of the OpenAI protocol on this machine: real HTTP, and answers as a test says.</summary>
internal sealed class LoopbackEndpoint : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private LoopbackEndpoint(WebApplication application) => _application = application;

    /// <summary>Writes the answer. Default: "pong" in the protocol's form, as a stream where one is asked for.</summary>
    public Func<HttpContext, ReceivedRequest, Task> Answer { get; set; } = ChatAnswers.Pong;

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public Exception? Fault { get; private set; }

    public string Address => _application.Urls.Single() + "/v1";

    public static async Task<LoopbackEndpoint> StartAsync(Func<HttpContext, ReceivedRequest, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var endpoint = new LoopbackEndpoint(application);
        endpoint.Answer = answer ?? endpoint.Answer;
        application.Run(endpoint.HandleAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        if (Fault is not null)
        {
            throw new InvalidOperationException("The endpoint of the test failed.", Fault);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ReceivedRequest(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body!.AsObject());
        _requests.Enqueue(request);
        try
        {
            await Answer(context, request);
        }
        catch (OperationCanceledException)
        {
            request.MarkAborted();
        }
        catch (Exception exception)
        {
            // A mistake of the test itself must not look like one of the endpoint.
            Fault = exception;
            throw;
        }
    }
}

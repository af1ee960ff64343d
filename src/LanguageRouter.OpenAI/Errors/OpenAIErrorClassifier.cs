using System.ClientModel;
using LanguageRouter.Execution;

namespace LanguageRouter.OpenAI.Errors;

/// <summary>Classifies the errors of clients over the OpenAI package by status and by what the endpoint's body says.</summary>
/// <remarks>
/// Pure and safe for concurrent use. <c>AddOpenAIModelClients</c> registers it; an application that gives the router OpenAI clients of its
/// own registers it too. The bodies known are those of OpenAI, Azure, vLLM, llama.cpp, Ollama, Text Generation Inference and gateways that
/// pass theirs on.
/// </remarks>
public sealed class OpenAIErrorClassifier : IRouteErrorClassifier
{
    // Codes and types that name the cause better than the status does.
    private static readonly Dictionary<string, RouteErrorClass> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["context_length_exceeded"] = RouteErrorClass.ContextLength,
        ["exceed_context_size_error"] = RouteErrorClass.ContextLength,
        ["context_window_exceeded"] = RouteErrorClass.ContextLength,
        ["model_not_found"] = RouteErrorClass.NotFound,
        ["DeploymentNotFound"] = RouteErrorClass.NotFound,
        ["invalid_api_key"] = RouteErrorClass.Authentication,
        ["insufficient_quota"] = RouteErrorClass.RateLimit,
        ["rate_limit_exceeded"] = RouteErrorClass.RateLimit,
        ["server_error"] = RouteErrorClass.Server,
    };

    // Where there is no code the message is all there is: vLLM, older llama.cpp, LiteLLM, Text Generation Inference, Anthropic, Gemini.
    private static readonly string[] ContextPhrases =
    [
        "maximum context length", "context length exceeded", "available context size", "context size has been exceeded", "context window",
        "ContextWindowExceeded", "prompt is too long", "maximum number of tokens allowed", "`inputs` tokens + `max_new_tokens`", "maximum model length",
    ];

    private const int PaymentRequired = 402;

    /// <summary>Gets the instance; it has no state.</summary>
    public static OpenAIErrorClassifier Instance { get; } = new();

    /// <inheritdoc/>
    public RouteErrorClass? Classify(Exception exception) => exception switch
    {
        EndpointErrorException failed => failed.ErrorClass,
        ClientResultException { Status: > 0 } failed => Classify(failed.Status, Body(failed)),

        // Without a response the cause is the inner exception's.
        _ => null,
    };

    /// <inheritdoc/>
    public TimeSpan? RetryAfter(Exception exception, DateTimeOffset now) =>
        exception is ClientResultException failed && failed.GetRawResponse()?.Headers is { } headers ? RetryAfterHeader.Read(headers, now) : null;

    internal static RouteErrorClass Classify(int status, ProviderError error)
    {
        // Errors of these statuses speak of the caller or the endpoint, whatever words they use.
        if (status is not (401 or 403 or 404 or 429) && IsContextLength(error))
        {
            return RouteErrorClass.ContextLength;
        }

        return Named(error.Code) ?? Named(error.Type) ?? status switch
        {
            // A redirect that is not followed: the endpoint is elsewhere.
            >= 300 and < 400 => RouteErrorClass.NotFound,

            // An empty account is like a used-up quota, which OpenAI reports as 429: another provider can serve.
            PaymentRequired => RouteErrorClass.RateLimit,
            _ => HttpErrorClassifier.FromStatus(status),
        };
    }

    private static RouteErrorClass? Named(string? name) => name is not null && Names.TryGetValue(name, out var found) ? found : null;

    private static bool IsContextLength(ProviderError error) =>
        error.Message is { } message && ContextPhrases.Any(phrase => message.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static ProviderError Body(ClientResultException exception)
    {
        try
        {
            return exception.GetRawResponse()?.Content is { } content ? ProviderError.FromBody(content.ToMemory()) : default;
        }
        catch (InvalidOperationException)
        {
            // The body was not buffered: the status has to do.
            return default;
        }
    }
}

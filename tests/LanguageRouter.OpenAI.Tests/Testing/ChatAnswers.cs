using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LanguageRouter.OpenAI.Tests.Testing;

/// <summary>Answers and errors in the forms that endpoints publish.</summary>
internal static class ChatAnswers
{
    public const string Usage = """{"prompt_tokens":100,"completion_tokens":40,"total_tokens":140,"prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":24}}""";

    public static Task Pong(HttpContext context, ReceivedRequest request) => request.Streams ? Stream(context, request, "po", "ng") : Whole(context, request, "pong");

    public static async Task Whole(HttpContext context, ReceivedRequest request, string text, string finishReason = "stop")
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"{{request.Model}}-2026-01-01","choices":[{"index":0,"message":{"role":"assistant","content":{{Json(text)}}},"finish_reason":"{{finishReason}}"}],"usage":{{Usage}}}""",
            context.RequestAborted);
    }

    /// <summary>A stream as OpenAI sends it: text, finish reason, usage, [DONE].</summary>
    public static async Task Stream(HttpContext context, ReceivedRequest request, params string[] texts)
    {
        foreach (var text in texts)
        {
            await Event(context, Chunk(request, text));
        }

        await Event(context, $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"{{request.Model}}-2026-01-01","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        if ((bool?)request.Body["stream_options"]?["include_usage"] == true)
        {
            await Event(context, $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"{{request.Model}}-2026-01-01","choices":[],"usage":{{Usage}}}""");
        }

        await Event(context, "[DONE]");
    }

    public static string Chunk(ReceivedRequest request, string text) =>
        $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,"model":"{{request.Model}}-2026-01-01","choices":[{"index":0,"delta":{"role":"assistant","content":{{Json(text)}}},"finish_reason":null}]}""";

    public static async Task Event(HttpContext context, string data)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "text/event-stream";
        }

        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    public static Func<HttpContext, ReceivedRequest, Task> Error(int status, string body) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    };

    public static Func<HttpContext, ReceivedRequest, Task> OpenAIError(int status, string code, string message = "No.") =>
        Error(status, $$$"""{"error":{"message":{{{Json(message)}}},"type":"invalid_request_error","param":null,"code":"{{{code}}}"}}""");

    private static string Json(string text) => JsonSerializer.Serialize(text);
}

using System.Text.Json;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>The good parts of answers.</summary>
internal static class FaultAnswers
{
    public const string Text = "pong and more";
    private const string Usage = """{"prompt_tokens":100,"completion_tokens":40,"total_tokens":140}""";

    public static string Whole(string model, string text = Text) =>
        $$"""{"id":"c1","object":"chat.completion","created":1700000000,"model":"{{model}}","choices":[{"index":0,"message":{"role":"assistant","content":{{JsonSerializer.Serialize(text)}}},"finish_reason":"stop"}],"usage":{{Usage}}}""";

    public static string Chunk(string model, string text, string? finish = null) =>
        $$"""{"id":"c1","object":"chat.completion.chunk","created":1700000000,"model":"{{model}}","choices":[{"index":0,"delta":{"role":"assistant","content":{{JsonSerializer.Serialize(text)}}},"finish_reason":{{JsonSerializer.Serialize(finish)}}}]}""";

    public static string UsageChunk(string model) =>
        $$"""{"id":"c1","object":"chat.completion.chunk","created":1700000000,"model":"{{model}}","choices":[],"usage":{{Usage}}}""";

    public static string Error(string message, string type, string? code) =>
        $$$"""{"error":{"message":{{{JsonSerializer.Serialize(message)}}},"type":"{{{type}}}","param":null,"code":{{{JsonSerializer.Serialize(code)}}}}}""";

    /// <summary>Answers in full, in the form that was asked for.</summary>
    public static async Task<bool> ServeAsync(FaultConnection connection, FaultRequest request)
    {
        if (!request.Streams)
        {
            await connection.WholeAsync(200, "application/json", Whole(request.Model));
            return true;
        }

        await connection.BeginStreamAsync();
        await connection.EventAsync(Chunk(request.Model, ""));
        foreach (var word in Text.Split(' '))
        {
            await connection.EventAsync(Chunk(request.Model, word == "pong" ? word : " " + word));
        }

        await connection.EventAsync(Chunk(request.Model, "", "stop"));
        await connection.EventAsync(UsageChunk(request.Model));
        await connection.EventAsync("[DONE]");
        await connection.EndStreamAsync();
        return true;
    }

    /// <summary>Begins a stream with a number of tokens.</summary>
    public static async Task BeginAsync(FaultConnection connection, FaultRequest request, int tokens)
    {
        await connection.BeginStreamAsync();
        for (var i = 0; i < tokens; i++)
        {
            await connection.EventAsync(Chunk(request.Model, $"t{i} "));
        }

        if (tokens > 0)
        {
            // What was sent has to arrive before the connection goes.
            await Task.Delay(50);
        }
    }

    /// <summary>Promises a whole answer and sends a part of it.</summary>
    public static async Task CutWholeAsync(FaultConnection connection, FaultRequest request, int characters)
    {
        var body = Whole(request.Model);
        await connection.RawAsync($"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {body.Length}\r\n\r\n{body[..characters]}");
        await Task.Delay(50);
    }
}

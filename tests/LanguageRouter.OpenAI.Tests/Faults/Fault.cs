namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>One way in which an endpoint fails.</summary>
/// <param name="Name">The model's name that asks for it.</param>
/// <param name="What">What happens, for people.</param>
/// <param name="ServeAsync">Serves a request so; true where the connection lives on.</param>
internal sealed record Fault(string Name, string What, Func<FaultConnection, FaultRequest, Task<bool>> ServeAsync)
{
    private const string Broken = "The engine broke.";

    private static readonly Fault None = new("none", "answers", FaultAnswers.ServeAsync);

    public static IReadOnlyList<Fault> All { get; } =
    [
        Cut("cut-0", "headers, then the connection is reset", 0),
        Cut("cut-1", "reset after 1 token (whole: after a part of the body)", 1),
        Cut("cut-40", "reset after 40 tokens", 40),
        new("role-then-cut", "the role, then reset", async (connection, request) =>
        {
            await connection.BeginStreamAsync(request.Streams ? "text/event-stream" : "application/json");
            await connection.EventAsync(FaultAnswers.Chunk(request.Model, ""));
            await Task.Delay(50);
            connection.Reset();
            return false;
        }),
        new("stall-before", "headers, then silence", async (connection, request) =>
        {
            await (request.Streams ? connection.BeginStreamAsync() : FaultAnswers.CutWholeAsync(connection, request, 0));
            await connection.HangAsync();
            return false;
        }),
        new("stall-between", "3 tokens, then silence", async (connection, request) =>
        {
            await (request.Streams ? FaultAnswers.BeginAsync(connection, request, 3) : FaultAnswers.CutWholeAsync(connection, request, 40));
            await connection.HangAsync();
            return false;
        }),
        new("drip", "a token now and then, without end", async (connection, request) =>
        {
            await connection.BeginStreamAsync(request.Streams ? "text/event-stream" : "application/json");
            while (true)
            {
                await (request.Streams ? connection.EventAsync(FaultAnswers.Chunk(request.Model, "t ")) : connection.ChunkAsync(" "));
                await Task.Delay(100);
            }
        }),
        new("slow-headers", "no headers", async (connection, _) =>
        {
            await connection.HangAsync();
            return false;
        }),
        new("malformed", "an event (whole: a body) that is no JSON", async (connection, request) =>
        {
            await (request.Streams ? StreamOf(connection, "{oops") : connection.WholeAsync(200, "application/json", "{oops"));
            return true;
        }),
        new("malformed-later", "the same after 3 tokens", async (connection, request) =>
        {
            if (!request.Streams)
            {
                await connection.WholeAsync(200, "application/json", FaultAnswers.Whole(request.Model)[..^20]);
                return true;
            }

            await FaultAnswers.BeginAsync(connection, request, 3);
            await connection.EventAsync("{oops");
            await connection.EndStreamAsync();
            return true;
        }),
        new("split", "an event in three packets", async (connection, request) =>
        {
            var answer = request.Streams
                ? $"data: {FaultAnswers.Chunk(request.Model, FaultAnswers.Text)}\n\ndata: {FaultAnswers.Chunk(request.Model, "", "stop")}\n\ndata: [DONE]\n\n"
                : FaultAnswers.Whole(request.Model);
            await connection.BeginStreamAsync(request.Streams ? "text/event-stream" : "application/json");
            foreach (var part in new[] { answer[..20], answer[20..90], answer[90..] })
            {
                await connection.ChunkAsync(part);
                await Task.Delay(20);
            }

            await connection.EndStreamAsync();
            return true;
        }),
        new("no-done", "the finish reason, but no [DONE]", async (connection, request) =>
        {
            if (!request.Streams)
            {
                return await FaultAnswers.ServeAsync(connection, request);
            }

            await connection.BeginStreamAsync();
            await connection.EventAsync(FaultAnswers.Chunk(request.Model, FaultAnswers.Text));
            await connection.EventAsync(FaultAnswers.Chunk(request.Model, "", "stop"));
            await connection.EndStreamAsync();
            return true;
        }),
        new("no-finish", "[DONE], but no finish reason (whole: it is null)", async (connection, request) =>
        {
            await (request.Streams
                ? StreamOf(connection, FaultAnswers.Chunk(request.Model, FaultAnswers.Text))
                : connection.WholeAsync(200, "application/json", FaultAnswers.Whole(request.Model).Replace("\"stop\"", "null", StringComparison.Ordinal)));
            return true;
        }),
        new("finish-only", "a finish reason and no text", async (connection, request) =>
        {
            await (request.Streams
                ? StreamOf(connection, FaultAnswers.Chunk(request.Model, "", "stop"))
                : connection.WholeAsync(200, "application/json", FaultAnswers.Whole(request.Model, "")));
            return true;
        }),
        new("empty", "an empty body", async (connection, request) =>
        {
            await connection.WholeAsync(200, request.Streams ? "text/event-stream" : "application/json", "");
            return true;
        }),
        new("done-only", "[DONE] alone (whole: no choices)", async (connection, request) =>
        {
            await (request.Streams
                ? StreamOf(connection)
                : connection.WholeAsync(200, "application/json", """{"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[]}"""));
            return true;
        }),
        new("content-type", "a page of HTML under status 200", async (connection, _) =>
        {
            await connection.WholeAsync(200, "text/html", "<html>Please sign in.</html>");
            return true;
        }),
        new("other-form", "a whole answer where a stream was asked for, and the other way round", async (connection, request) =>
        {
            await (request.Streams
                ? connection.WholeAsync(200, "application/json", FaultAnswers.Whole(request.Model))
                : connection.WholeAsync(200, "text/event-stream", $"data: {FaultAnswers.Chunk(request.Model, "pong", "stop")}\n\ndata: [DONE]\n\n"));
            return true;
        }),
        new("bad-chunk", "a broken chunk header (after 3 tokens)", async (connection, request) =>
        {
            await (request.Streams ? FaultAnswers.BeginAsync(connection, request, 3) : connection.BeginStreamAsync("application/json"));
            await connection.RawAsync("zz\r\n");
            return false;
        }),
        Status("400", 400, FaultAnswers.Error("No.", "invalid_request_error", null)),
        Status("401", 401, FaultAnswers.Error("No.", "invalid_request_error", "invalid_api_key")),
        Status("403", 403, FaultAnswers.Error("No.", "invalid_request_error", null)),
        Status("404", 404, FaultAnswers.Error("No.", "invalid_request_error", "model_not_found")),
        Status("408", 408, ""),
        Status("413", 413, "<html>too large</html>"),
        Status("context-length", 400, FaultAnswers.Error("This model's maximum context length is 4096 tokens.", "invalid_request_error", "context_length_exceeded"), "the prompt is too long (400)"),
        Status("429", 429, FaultAnswers.Error("Slow down.", "requests", "rate_limit_exceeded")),
        Status("429-seconds", 429, FaultAnswers.Error("Slow down.", "requests", "rate_limit_exceeded"), "status 429 with Retry-After: 7", "retry-after: 7\r\n"),
        Status("429-date", 429, FaultAnswers.Error("Slow down.", "requests", "rate_limit_exceeded"), "status 429 with Retry-After as a date", "retry-after: Wed, 01 Jan 2098 00:00:00 GMT\r\n"),
        Status("500", 500, FaultAnswers.Error(Broken, "server_error", null)),
        Status("502", 502, "<html>Bad gateway</html>"),
        Status("503", 503, FaultAnswers.Error(Broken, "server_error", null)),
        Status("529", 529, FaultAnswers.Error("Overloaded.", "overloaded_error", null)),
        new("reset", "reset without an answer", (connection, _) =>
        {
            connection.Reset();
            return Task.FromResult(false);
        }),
        new("refused", "nothing listens", FaultAnswers.ServeAsync),
        new("plain", "https is spoken to, http answers", FaultAnswers.ServeAsync),
        new("dns", "the name does not exist", FaultAnswers.ServeAsync),
        new("huge-error", "status 500 with a body of 64 MB", async (connection, _) =>
        {
            await connection.RawAsync("HTTP/1.1 500 x\r\ncontent-type: text/plain\r\ncontent-length: 67108864\r\n\r\n");
            var part = new string('x', 1 << 20);
            for (var i = 0; i < 64; i++)
            {
                await connection.RawAsync(part);
            }

            return false;
        }),
        new("endless-error", "status 500 with a body that does not end", async (connection, _) =>
        {
            await connection.RawAsync("HTTP/1.1 500 x\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n");
            while (true)
            {
                await connection.ChunkAsync("x");
                await Task.Delay(50);
            }
        }),
        new("error-in-200", "an error under status 200, before any text", async (connection, request) =>
        {
            var error = FaultAnswers.Error(Broken, "server_error", "server_error");
            await (request.Streams ? StreamOf(connection, error) : connection.WholeAsync(200, "application/json", error));
            return true;
        }),
        new("error-in-stream", "an error after 3 tokens", async (connection, request) =>
        {
            var error = FaultAnswers.Error(Broken, "server_error", "server_error");
            if (!request.Streams)
            {
                await connection.WholeAsync(200, "application/json", error);
                return true;
            }

            await FaultAnswers.BeginAsync(connection, request, 3);
            await connection.EventAsync(error);
            await connection.EndStreamAsync();
            return true;
        }),
        new("echo", "status 500 whose body repeats the prompt and the key", async (connection, request) =>
        {
            await connection.WholeAsync(500, "application/json", FaultAnswers.Error($"{request.Prompt} {request.Authorization}", "server_error", null));
            return true;
        }),
        new("echo-in-stream", "an error after 3 tokens that repeats them (whole: under status 200)", async (connection, request) =>
        {
            var error = FaultAnswers.Error($"{request.Prompt} {request.Authorization}", "server_error", null);
            if (!request.Streams)
            {
                await connection.WholeAsync(200, "application/json", error);
                return true;
            }

            await FaultAnswers.BeginAsync(connection, request, 3);
            await connection.EventAsync(error);
            await connection.EndStreamAsync();
            return true;
        }),
    ];

    public static Fault Of(string model) => All.FirstOrDefault(fault => fault.Name == model) ?? None;

    private static Fault Cut(string name, string what, int tokens) => new(name, what, async (connection, request) =>
    {
        await (request.Streams ? FaultAnswers.BeginAsync(connection, request, tokens) : FaultAnswers.CutWholeAsync(connection, request, tokens * 3));
        connection.Reset();
        return false;
    });

    private static Fault Status(string name, int status, string body, string? what = null, string headers = "") => new(name, what ?? $"status {status}", async (connection, _) =>
    {
        await connection.WholeAsync(status, body.StartsWith('{') ? "application/json" : "text/html", body, headers);
        return true;
    });

    private static async Task StreamOf(FaultConnection connection, params string[] events)
    {
        await connection.BeginStreamAsync();
        foreach (var data in events)
        {
            await connection.EventAsync(data);
        }

        await connection.EventAsync("[DONE]");
        await connection.EndStreamAsync();
    }
}

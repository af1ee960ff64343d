using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LanguageRouter.OpenAI.Tests.Testing;

namespace LanguageRouter.OpenAI.Tests.Engine;

/// <summary>A real llama.cpp behind the OpenAI protocol, started for the tests of one collection; or the reason why there is none.</summary>
public sealed class LlamaCppEngine : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Dictionary<(string Model, string Text, int Tokens), JsonObject> _answers = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private Process? _process;
    private string? _missing;

    public string Address { get; private set; } = "";

    /// <summary>The folder of the tokenizer that the engine's model has.</summary>
    public static string TokenizerFile => SharedFolder.Find("data", "ja-tokenizers", "llm-jp-tokenizer-100k.ver3.1.model")
        ?? throw new InvalidOperationException("The tokenizer file is missing.");

    public void SkipWhereMissing()
    {
        if (_missing is not null)
        {
            Assert.Skip($"No engine: {_missing}");
        }
    }

    public async ValueTask InitializeAsync()
    {
        var start = SharedFolder.Find("engine", "start");
        _missing = start is null ? "shared/engine is missing"
            : SharedFolder.Find("data", "ja-tokenizers", "llm-jp-tokenizer-100k.ver3.1.model") is null ? "shared/data/ja-tokenizers is missing"
            : !OnPath("bash") ? "bash is missing"
            : !OnPath("node") ? "node is missing"
            : !OnPath("npm") ? "npm is missing"
            : null;
        if (_missing is not null)
        {
            return;
        }

        var port = FreePort();
        Address = $"http://127.0.0.1:{port}";
        _process = Process.Start(new ProcessStartInfo("bash", [start!, $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        var waited = Stopwatch.StartNew();
        while (!await IsUpAsync())
        {
            if (_process.HasExited || waited.Elapsed > StartLimit)
            {
                _missing = $"it did not come up ({(_process.HasExited ? $"ended with {_process.ExitCode}" : $"in {StartLimit}")}): {string.Join(' ', _output.Where(line => line.Length > 0).TakeLast(5))}";
                return;
            }

            await Task.Delay(200);
        }
    }

    /// <summary>The engine's own answer to a request, without any client of ours.</summary>
    public async Task<JsonObject> PostAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(Address + path, body, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
    }

    /// <summary>The engine's own greedy chat answer of a model, without any client of ours; asked once for each test run.</summary>
    public async Task<JsonObject> AnswerAsync(string model, string text, int tokens, CancellationToken cancellationToken) =>
        _answers.TryGetValue((model, text, tokens), out var known) ? known : _answers[(model, text, tokens)] = await PostAsync("/v1/chat/completions", new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }),
            ["max_completion_tokens"] = tokens,
            ["temperature"] = 0,
            ["seed"] = 1,
        }, cancellationToken);

    /// <summary>The engine's own count of a text.</summary>
    public async Task<EngineCount> CountAsync(string text, CancellationToken cancellationToken)
    {
        var tokenized = await PostAsync("/tokenize", new JsonObject { ["content"] = text }, cancellationToken);
        var unknown = tokenized["tokens"]!.AsArray().Count(id => (int)id! == 0);
        var kept = unknown == 0 ? text : (string)(await PostAsync("/detokenize", new JsonObject { ["tokens"] = tokenized["tokens"]!.DeepClone() }, cancellationToken))["content"]!;
        return new EngineCount((int)tokenized["count"]!, unknown, Encoding.UTF8.GetByteCount(text) - Encoding.UTF8.GetByteCount(kept));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            using var response = await _http.GetAsync(Address + "/health");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tests.Paths.TokenizerAdapter;
using LanguageRouter.Tokens.SentencePiece;

[assembly: AssemblyFixture(typeof(RealEngine))]

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

/// <summary>A llama.cpp engine of its own for the tests that need one; they are skipped where it cannot be started.</summary>
public sealed class RealEngine : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<Process> _processes = [];
    private string? _address;
    private string? _missing;
    private SentencePieceEncoder? _encoder;
    private SentencePieceEncoder? _serverEncoder;

    public HttpClient Http { get; } = new();

    internal static string? Shared(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        var path = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", relative);
        return File.Exists(path) ? path : null;
    }

    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_address is null && _missing is null)
            {
                (_address, _missing) = await LaunchAsync(cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }

        Assert.SkipUnless(_address is not null, _missing ?? "no engine");
        return new Uri(_address!);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _one.Dispose();
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    internal AdaptedModel Adapter(string modelId = "tiny-ja", ChatTemplate? template = null, int contextWindow = 4096)
    {
        var model = Shared("data/ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model");
        Assert.SkipUnless(model is not null, "the reference tokenizer is missing");
        return new AdaptedModel
        {
            Name = modelId + "-adapter",
            ModelId = modelId,
            Encoder = _encoder ??= SentencePieceEncoder.Load(model),
            ServerEncoder = _serverEncoder ??= SentencePieceEncoder.Load(model, dialect: SentencePieceDialect.LlamaCpp),
            Template = template ?? ChatTemplate.AlpacaJapanese,
            ContextWindow = contextWindow,
        };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<(string? Address, string? Missing)> LaunchAsync(CancellationToken cancellationToken)
    {
        if (Shared("engine/start") is not { } start)
        {
            return (null, "shared/engine is missing");
        }

        if (!HasCommand("node") || !HasCommand("npm"))
        {
            return (null, "node or npm is missing");
        }

        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(start, [$"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _processes.Add(process);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = $"http://127.0.0.1:{port}/v1";

        // The first start installs the engine: that may take a minute.
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(120) && !process.HasExited; await Task.Delay(100, cancellationToken))
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/health"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return (address, null);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        return (null, "the engine does not start");
    }

    private static bool HasCommand(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}

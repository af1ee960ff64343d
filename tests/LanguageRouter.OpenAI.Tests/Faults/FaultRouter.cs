using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LanguageRouter.Records;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>The router with the real clients in front of a fault server: a route that fails in one way, and where wanted a healthy second one.</summary>
internal sealed class FaultRouter : IAsyncDisposable
{
    public const string Prompt = "秘密のプロジェクトについて説明してください。";
    public const string Key = "sk-0123456789abcdef0123456789abcdef";

    /// <summary>Each single limit is this long; the whole of an answer may take three of them.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _services;
    private readonly Sink _sink = new();

    public FaultRouter(FaultServer server, string fault, bool second, IEnumerable<KeyValuePair<string, string?>>? more = null, ILoggerProvider? log = null)
    {
        var settings = Settings(server, fault, second);
        foreach (var (key, value) in more ?? [])
        {
            settings[key] = value;
        }

        Configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        if (log is not null)
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        }

        services.AddLanguageRouting(Configuration);
        services.AddOpenAIModelClients(Configuration);
        services.AddSingleton<IRoutingRecordSink>(_sink);
        _services = services.BuildServiceProvider();
    }

    public IConfigurationRoot Configuration { get; }

    public IServiceProvider Services => _services;

    public LanguageRoutingChatClient Client => _services.GetRequiredService<LanguageRoutingChatClient>();

    public static ChatMessage[] Messages => [new ChatMessage(ChatRole.User, Prompt)];

    public async Task<FaultOutcome> AskAsync(bool stream, CancellationToken cancellationToken)
    {
        var text = "";
        Exception? error = null;
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (stream)
            {
                await foreach (var update in Client.GetStreamingResponseAsync(Messages, cancellationToken: cancellationToken))
                {
                    text += update.Text;
                }
            }
            else
            {
                text = (await Client.GetResponseAsync(Messages, cancellationToken: cancellationToken)).Text;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            error = exception;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        await Client.FlushRecordsAsync(cancellationToken);
        return new FaultOutcome(text, error, elapsed, _sink.Records.Last());
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private static Dictionary<string, string?> Settings(FaultServer server, string fault, bool second)
    {
        var settings = new Dictionary<string, string?>
        {
            ["FAULT_KEY"] = Key,
            ["LanguageRouter:Defaults:DefaultRoute"] = "first",
            ["LanguageRouter:Defaults:Mode"] = "enforce",
            ["LanguageRouter:Resilience:FirstTokenTimeout"] = Limit.ToString(),
            ["LanguageRouter:Resilience:StallTimeout"] = Limit.ToString(),
            ["LanguageRouter:Resilience:TotalTimeout"] = (3 * Limit).ToString(),
        };
        Add(0, "first", fault, EndpointOf(server, fault));
        if (second)
        {
            Add(1, "second", "healthy", server.Address);
        }

        return settings;

        // Models without quality figures of their own: the second route serves as the last resort, as it would for an application that just began.
        void Add(int index, string route, string model, string endpoint)
        {
            settings[$"LanguageRouter:Models:{model}:Tokenizer"] = "o200k_base";
            settings[$"LanguageRouter:Models:{model}:InputPrice"] = "1";
            settings[$"LanguageRouter:Models:{model}:OutputPrice"] = "4";
            settings[$"LanguageRouter:Models:{model}:Client:Endpoint"] = endpoint;
            settings[$"LanguageRouter:Models:{model}:Client:ApiKeyVariable"] = "FAULT_KEY";
            settings[$"LanguageRouter:Models:{model}:Client:Timeout"] = (2 * Limit).ToString();
            settings[$"LanguageRouter:Models:{model}:Client:ConnectTimeout"] = Limit.ToString();
            settings[$"LanguageRouter:Routes:{index}:Name"] = route;
            settings[$"LanguageRouter:Routes:{index}:Kind"] = "direct";
            settings[$"LanguageRouter:Routes:{index}:Model"] = model;
        }
    }

    private static string EndpointOf(FaultServer server, string fault) => fault switch
    {
        "refused" => $"http://127.0.0.1:{FreePort()}/v1",
        "plain" => $"https://127.0.0.1:{server.Port}/v1",
        "dns" => "https://no-such-host.invalid/v1",
        _ => server.Address,
    };

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private sealed class Sink : IRoutingRecordSink
    {
        public ConcurrentQueue<RoutingRecord> Records { get; } = new();

        public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
        {
            Records.Enqueue(record);
            return ValueTask.CompletedTask;
        }
    }
}

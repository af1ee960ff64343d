using System.Collections.Concurrent;
using LanguageRouter.Records;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.OpenAI.Tests.Testing;

/// <summary>An application with the router and this package, configured by keys and values.</summary>
internal sealed class OpenAIRouter : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OpenAIRouter(IEnumerable<KeyValuePair<string, string?>> configuration, Func<IServiceProvider, HttpClient>? httpClient = null)
    {
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(configuration).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddLanguageRouting(Configuration);
        services.AddOpenAIModelClients(Configuration, httpClient);
        services.AddSingleton<IRoutingRecordSink>(Sink);
        _services = services.BuildServiceProvider();
    }

    public IConfigurationRoot Configuration { get; }

    public RecordingSink Sink { get; } = new();

    public RecordingLog Log { get; } = new();

    public IServiceProvider Services => _services;

    public LanguageRoutingChatClient Client => _services.GetRequiredService<LanguageRoutingChatClient>();

    /// <summary>Two models of the same price on two endpoints, each with a direct route; "first" is the default and goes first.</summary>
    public static Dictionary<string, string?> TwoModels(string first, string second) => new()
    {
        ["LanguageRouter:Models:alpha:ModelId"] = "alpha-1",
        ["LanguageRouter:Models:alpha:Tokenizer"] = "o200k_base",
        ["LanguageRouter:Models:alpha:InputPrice"] = "1",
        ["LanguageRouter:Models:alpha:CachedInputPrice"] = "0.5",
        ["LanguageRouter:Models:alpha:OutputPrice"] = "4",
        ["LanguageRouter:Models:alpha:Client:Endpoint"] = first,
        ["LanguageRouter:Models:beta:Tokenizer"] = "o200k_base",

        // Far dearer: what the router learns of the first one's usage never makes the second the better choice.
        ["LanguageRouter:Models:beta:InputPrice"] = "20",
        ["LanguageRouter:Models:beta:OutputPrice"] = "80",
        ["LanguageRouter:Models:beta:Client:Endpoint"] = second,
        ["LanguageRouter:Routes:0:Name"] = "first",
        ["LanguageRouter:Routes:0:Kind"] = "direct",
        ["LanguageRouter:Routes:0:Model"] = "alpha",
        ["LanguageRouter:Routes:1:Name"] = "second",
        ["LanguageRouter:Routes:1:Kind"] = "direct",
        ["LanguageRouter:Routes:1:Model"] = "beta",
        ["LanguageRouter:Defaults:DefaultRoute"] = "first",
        ["LanguageRouter:Defaults:Mode"] = "enforce",

        // Nothing is known of either model: what is tested here is not quality.
        ["LanguageRouter:Defaults:QualityFloor"] = "-100",
    };

    public static ChatMessage[] User(string text = "量子力学を簡単に説明してください。") => [new ChatMessage(ChatRole.User, text)];

    public async Task<RoutingRecord> RecordAsync()
    {
        await Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        return Sink.Records[^1];
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    internal sealed class RecordingSink : IRoutingRecordSink
    {
        private readonly ConcurrentQueue<RoutingRecord> _records = new();

        public IReadOnlyList<RoutingRecord> Records => [.. _records];

        public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
        {
            _records.Enqueue(record);
            return ValueTask.CompletedTask;
        }
    }
}

using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Tests.Testing;

/// <summary>A router over fakes: three models (frontier, mini, local Japanese) and a route of each kind.</summary>
internal sealed class TestRouter : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestRouter(Action<RoutingOptions>? change = null, Action<IServiceCollection>? services = null)
    {
        var options = Options();
        change?.Invoke(options);
        var collection = new ServiceCollection();
        collection.AddLanguageRouting(RoutingConfiguration.Create(options));
        collection.AddSingleton<IModelClients>(new Clients(this));
        collection.AddSingleton<IRoutingRecordSink>(Sink);
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public TestChatClient Frontier { get; set; } = TestChatClient.Answering("frontier", 100, 50);

    public TestChatClient Mini { get; set; } = TestChatClient.Answering("mini", 80, 40);

    public TestChatClient Local { get; set; } = TestChatClient.Answering("local", 60, 30);

    public ListSink Sink { get; } = new();

    public LanguageRoutingChatClient Client => _services.GetRequiredService<LanguageRoutingChatClient>();

    public IServiceProvider Services => _services;

    public static RoutingOptions Options()
    {
        var options = new RoutingOptions
        {
            Models =
            {
                ["frontier"] = new ModelOptions { ModelId = "frontier-1", Provider = "openai", Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 2.5m, CachedInputPrice = 1.25m, OutputPrice = 10, Tier = ModelTier.Frontier },
                ["mini"] = new ModelOptions { ModelId = "mini-1", Provider = "openai", Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 0.15m, OutputPrice = 0.6m, Tier = ModelTier.Small },
                ["local"] = new ModelOptions { Provider = "own", Region = "jp", Tokenizer = "cl100k_base", ContextWindow = 4_096, InputPrice = 0.05m, OutputPrice = 0.1m, Tier = ModelTier.Small },
            },
            Routes =
            {
                new RouteOptions { Name = "direct", Kind = RouteKind.Direct, Model = "frontier" },
                new RouteOptions { Name = "english", Kind = RouteKind.Translated, Model = "frontier", Translator = "mini" },
                new RouteOptions { Name = "japanese", Kind = RouteKind.Adapted, Model = "local", Adapter = "local-lora" },
            },
        };
        options.Defaults.DefaultRoute = "direct";
        options.Defaults.Mode = RoutingMode.Enforce;
        return options;
    }

    public static ChatMessage[] User(string text) => [new ChatMessage(ChatRole.User, text)];

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private sealed class Clients(TestRouter router) : IModelClients
    {
        public IChatClient? GetClient(Model model) => model.Name switch
        {
            "frontier" => router.Frontier,
            "mini" => router.Mini,
            "local" => router.Local,
            _ => null,
        };
    }
}

using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Review.Tests.Accounting;

/// <summary>A router over two callback models, with a store in a folder of its own.</summary>
internal sealed class ReviewRouter : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("language-router-account-");
    private readonly ServiceProvider _services;

    public ReviewRouter(Action<IServiceCollection>? services = null, Action<RoutingOptions>? change = null)
    {
        var options = Options();
        change?.Invoke(options);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddLanguageRouting(RoutingConfiguration.Create(options));
        collection.AddModelClient("frontier", new CallbackModel(text => Frontier(text)));
        collection.AddModelClient("local", new CallbackModel(text => Local(text)));
        collection.AddLanguageRouterReview(new RecordStoreOptions { SqliteFile = Path.Combine(_folder.FullName, "records.db") });
        collection.AddRoutingFeedback();
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
    }

    public Func<string, string> Frontier { get; set; } = _ => "frontier";

    public Func<string, string> Local { get; set; } = _ => "local";

    public LanguageRoutingChatClient Client => Get<LanguageRoutingChatClient>();

    public IRecordStore Store => Get<IRecordStore>();

    public static RoutingOptions Options()
    {
        var options = new RoutingOptions
        {
            Models =
            {
                ["frontier"] = new ModelOptions { Tokenizer = "o200k_base", InputPrice = 2.5m, OutputPrice = 10, Quality = new Dictionary<string, double>(StringComparer.Ordinal) { ["ja"] = 80 }, QualitySource = "made up" },
                ["local"] = new ModelOptions { Tokenizer = "o200k_base", InputPrice = 0.05m, OutputPrice = 0.1m, Quality = new Dictionary<string, double>(StringComparer.Ordinal) { ["ja"] = 79 }, QualitySource = "made up" },
            },
            Routes =
            {
                new RouteOptions { Name = "direct", Kind = RouteKind.Direct, Model = "frontier" },
                new RouteOptions { Name = "native", Kind = RouteKind.Direct, Model = "local" },
            },
        };
        options.Defaults.DefaultRoute = "direct";
        options.Defaults.Mode = RoutingMode.Enforce;
        options.Defaults.DecisionLifetime = TimeSpan.Zero;
        return options;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public T? Find<T>() where T : class => _services.GetService<T>();

    /// <summary>Asks, and gives the decision.</summary>
    public async Task<RoutingDecision> AskAsync(string text, string conversation = "")
    {
        var options = conversation.Length > 0 ? new ChatOptions().WithRoutingConversation(conversation) : null;
        return (await Client.GetResponseAsync(text, options, TestContext.Current.CancellationToken)).GetRoutingDecision()!;
    }

    /// <summary>Waits until all records are in the store.</summary>
    public async Task FlushAsync()
    {
        await Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        await Get<RecordStoreSink>().FlushAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

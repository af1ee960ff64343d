using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Tests.Faults;
using LanguageRouter.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Resilience;

/// <summary>The router of the soak: a flaky and a steady model, limits of time and number, tenants that enforce, hedge and observe.</summary>
internal sealed class SoakRouter : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public SoakRouter(FaultServer server, SoakTally tally)
    {
        var settings = new Dictionary<string, string?>
        {
            ["LanguageRouter:Defaults:DefaultRoute"] = "flaky",
            ["LanguageRouter:Defaults:Mode"] = "enforce",
            ["LanguageRouter:Defaults:QualityFloor"] = "-100",
            ["LanguageRouter:Tenants:hedging:Resilience:HedgeAfter"] = "00:00:00.1",
            ["LanguageRouter:Tenants:observing:Mode"] = "observe",
            ["LanguageRouter:Resilience:FirstTokenTimeout"] = "00:00:00.5",
            ["LanguageRouter:Resilience:StallTimeout"] = "00:00:00.5",
            ["LanguageRouter:Resilience:TotalTimeout"] = "00:00:02",
            ["LanguageRouter:Resilience:BreakDuration"] = "00:00:02",
            ["LanguageRouter:Resilience:SamplingWindow"] = "00:00:05",
            ["LanguageRouter:Routes:0:Resilience:MaxConcurrency"] = "12",
            ["LanguageRouter:Routes:0:Resilience:QueueLength"] = "4",
        };
        foreach (var (index, model) in new[] { "flaky", "steady" }.Index())
        {
            settings[$"LanguageRouter:Models:{model}:Tokenizer"] = "o200k_base";
            settings[$"LanguageRouter:Models:{model}:InputPrice"] = "1";
            settings[$"LanguageRouter:Models:{model}:OutputPrice"] = "4";
            settings[$"LanguageRouter:Models:{model}:Client:Endpoint"] = server.Address;
            settings[$"LanguageRouter:Routes:{index}:Name"] = model;
            settings[$"LanguageRouter:Routes:{index}:Kind"] = "direct";
            settings[$"LanguageRouter:Routes:{index}:Model"] = model;
        }

        Configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLanguageRouting(Configuration)
            .AddOpenAIModelClients(Configuration)
            .AddSingleton<IRoutingRecordSink>(tally)
            .BuildServiceProvider();
    }

    public static string[] Tenants { get; } = ["plain", "hedging", "observing"];

    public IConfigurationRoot Configuration { get; }

    public LanguageRoutingChatClient Client => _services.GetRequiredService<LanguageRoutingChatClient>();

    public IRouteHealth Health => _services.GetRequiredService<IRouteHealth>();

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}

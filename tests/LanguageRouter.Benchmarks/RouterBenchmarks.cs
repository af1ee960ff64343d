using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Benchmarks;

/// <summary>The whole router around a client that does nothing, against the bare client and against the pipeline of Microsoft.Extensions.AI, in one run.</summary>
[MemoryDiagnoser]
public class RouterBenchmarks
{
    private readonly NoOpChatClient _bare = new();
    private LanguageRoutingChatClient _router = null!;
    private IChatClient _pipeline = null!;
    private ChatMessage[] _messages = [];

    [Params(40, 500, 5_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _messages = [new ChatMessage(ChatRole.User, BenchmarkTexts.Japanese(Characters))];
        var services = new ServiceCollection().AddLanguageRouting(BenchmarkConfiguration.Create());
        foreach (var model in new[] { "gpt-4o", "gpt-4o-mini", "local" })
        {
            services.AddModelClient(model, _bare);
        }

        _router = services.BuildServiceProvider().GetRequiredService<LanguageRoutingChatClient>();
        _pipeline = new ChatClientBuilder(_bare)
            .UseOpenTelemetry()
            .UseDistributedCache(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())))
            .UseFunctionInvocation()
            .Build();
    }

    [Benchmark(Baseline = true)]
    public Task<ChatResponse> BareClient() => _bare.GetResponseAsync(_messages);

    [Benchmark]
    public Task<ChatResponse> Router() => _router.GetResponseAsync(_messages);

    [Benchmark]
    public Task<ChatResponse> ExtensionsAiPipeline() => _pipeline.GetResponseAsync(_messages);
}

using BenchmarkDotNet.Attributes;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Benchmarks;

/// <summary>Signals and decisions against one exact count of the same text by Microsoft.ML.Tokenizers, in one run.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly TiktokenTokenizer _library = TiktokenTokenizer.CreateForEncoding("o200k_base");
    private readonly RoutingConfiguration _configuration = BenchmarkConfiguration.Create();
    private readonly RoutingDecider _decider = new(BenchmarkConfiguration.Create());
    private readonly MemoryDecisionCache _cache = new();
    private DecisionMemory _memory = null!;
    private RoutingRequest _request = null!;
    private ChatMessage[] _messages = [];

    [Params(40, 500, 5_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _messages = [new ChatMessage(ChatRole.User, BenchmarkTexts.Japanese(Characters))];
        _memory = new DecisionMemory(_cache);
        _request = new RoutingRequest { Tenant = "acme", Messages = _messages, Options = null, Policy = _configuration.Defaults, IsStreamed = false, Conversation = null };
        _memory.Remember(_request, _decider.Decide(_messages));
    }

    [Benchmark(Baseline = true)]
    public int LibraryExactCount() => _library.CountTokens(_messages[0].Text);

    [Benchmark]
    public RequestSignals Signals() => RoutingDecider.ReadSignals(_messages);

    [Benchmark]
    public RoutingDecision DecisionUncached() => _decider.Decide(_messages);

    [Benchmark]
    public RoutingDecision? DecisionCached() => _memory.Same(_request);
}

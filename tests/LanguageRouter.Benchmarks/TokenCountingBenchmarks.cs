using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using LanguageRouter.Tokens;
using Microsoft.ML.Tokenizers;
using SharpToken;

namespace LanguageRouter.Benchmarks;

/// <summary>Exact counting of texts not counted before: each invocation takes the next slice of a large corpus, which is never repeated.</summary>
/// <remarks>One invocation counts 20 slices of 500 characters: divide by 10,000 for the time of a character.</remarks>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 6, iterationCount: 12, invocationCount: 1)]
public class TokenCountingBenchmarks
{
    private const int SliceLength = 500;
    private const int SlicesPerInvocation = 20;

    private readonly TiktokenTokenizer library = TiktokenTokenizer.CreateForEncoding("o200k_base");
    private readonly GptEncoding sharpToken = GptEncoding.GetEncoding("o200k_base");
    private string corpus = string.Empty;
    private int next;

    [Params("Japanese", "English", "mixed", "code")]
    public string Text { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        corpus = TokenCorpora.Load(Text, SliceLength * SlicesPerInvocation * 20);
        BytePairTokenCounter.O200kBase.Count("load");
        library.CountTokens("load");
        sharpToken.CountTokens("load");
    }

    [Benchmark]
    public int LanguageRouter() => Each(text => BytePairTokenCounter.O200kBase.Count(text));

    [Benchmark(Baseline = true)]
    public int MicrosoftMLTokenizers() => Each(text => library.CountTokens(text, considerNormalization: false));

    [Benchmark]
    public int SharpToken() => Each(text => sharpToken.CountTokens(text));

    private int Each(Func<string, int> count)
    {
        var tokens = 0;
        for (var i = 0; i < SlicesPerInvocation; i++)
        {
            if (next + SliceLength > corpus.Length)
            {
                throw new InvalidOperationException("The corpus is used up; a slice must not be counted twice.");
            }

            tokens += count(corpus.Substring(next, SliceLength));
            next += SliceLength;
        }

        return tokens;
    }
}

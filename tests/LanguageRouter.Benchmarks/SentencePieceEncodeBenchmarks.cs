using BenchmarkDotNet.Attributes;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Benchmarks;

/// <summary>Encoding with the llm-jp 100k model beside Microsoft.ML.Tokenizers, fresh text at every call.</summary>
/// <remarks>The evaluation program's <c>encode-speed</c> does the same over all reference texts in seconds.</remarks>
[MemoryDiagnoser]
public class SentencePieceEncodeBenchmarks
{
    private readonly List<int> _ids = new(100_000);
    private SentencePieceEncoder _ours = null!;
    private SentencePieceTokenizer _theirs = null!;
    private string[] _texts = [];
    private int _next;

    /// <summary>Gets or sets the length of the texts in characters.</summary>
    [Params(40, 500, 5000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var data = Environment.GetEnvironmentVariable("LANGUAGE_ROUTER_DATA") ?? Path.Combine("..", "shared", "data");
        var model = Path.Combine(data, "ja-tokenizers", "llm-jp-tokenizer-100k.ver3.1.model");
        _ours = SentencePieceEncoder.Load(model);
        using var stream = File.OpenRead(model);
        _theirs = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
        var all = string.Concat(File.ReadLines(Path.Combine(data, "ja-prompts", "jsquad-valid-1perparagraph.jsonl")));
        _texts = [.. Enumerable.Range(0, all.Length / Length).Select(index => all.Substring(index * Length, Length))];
    }

    [Benchmark]
    public int Ours()
    {
        _ids.Clear();
        _ours.Encode(Next(), _ids);
        return _ids.Count;
    }

    [Benchmark]
    public int CountOurs() => _ours.Count(Next());

    [Benchmark(Baseline = true)]
    public int MicrosoftMLTokenizers() => _theirs.EncodeToIds(Next(), addBeginningOfSentence: false, addEndOfSentence: false).Count;

    private string Next() => _texts[_next++ % _texts.Length];
}

using BenchmarkDotNet.Attributes;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Benchmarks;

/// <summary>The task kind, answer language and register of one Japanese turn.</summary>
[MemoryDiagnoser]
public class TaskSignalsBenchmarks
{
    private string _text = "";

    [Params(40, 500, 5_000, 100_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        const string Instruction = "次の文章を読んで、要点を三つにまとめてください。\n";
        const string Material = "昨年の春、町の図書館は閉館時間を一時間延ばした。利用者は一割ほど増え、とくに夕方の学習室が混み合うようになったという。";
        _text = string.Concat(Enumerable.Repeat(Material, (Length / Material.Length) + 1))[..Length];
        _text = (Instruction + _text)[..Length];
    }

    [Benchmark]
    public string Kind() => TaskKindClassifier.Classify(_text, default).Evidence;

    [Benchmark]
    public string? AnswerLanguage() => AnswerLanguageDetector.Detect(_text);

    [Benchmark]
    public int Register() => (int)RegisterDetector.Detect(_text);
}

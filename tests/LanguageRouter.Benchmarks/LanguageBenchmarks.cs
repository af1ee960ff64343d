using BenchmarkDotNet.Attributes;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Benchmarks;

/// <summary>Times language detection on generated texts; real texts are timed by the evaluation command <c>language-speed</c>.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private const string JapaneseSentence = "来週の会議の資料を準備しているのですが、売上の推移をどのようにまとめればよいか教えていただけますか。";
    private const string EnglishSentence = "I am preparing the slides for our meeting next week, and I would like to know how to present the sales figures. ";
    private const string MixedSentence = "PythonのpandasでDataFrameをmergeするとき、indexが重複してValueErrorになる原因は何ですか？ ";

    private string _text = "";

    /// <summary>Gets or sets the kind of text.</summary>
    [Params("ja", "en", "mixed")]
    public string Kind { get; set; } = "ja";

    /// <summary>Gets or sets the characters of the text.</summary>
    [Params(40, 500, 5_000, 100_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var sentence = Kind switch { "ja" => JapaneseSentence, "en" => EnglishSentence, _ => MixedSentence };
        _text = string.Concat(Enumerable.Repeat(sentence, (Characters / sentence.Length) + 1))[..Characters];
    }

    [Benchmark]
    public DetectedLanguage Detect() => LanguageDetector.Default.Detect(_text);

    [Benchmark]
    public int AnalyzedProse() => LanguageDetector.Default.Analyze(_text).ProseCharacters;

    [Benchmark]
    public bool NeedsFolding() => TextFolding.NeedsFolding(_text);

    /// <summary>The scan alone, as the floor of what the rest adds.</summary>
    [Benchmark]
    public int Scan()
    {
        Span<TextUnit> units = stackalloc TextUnit[TextUnits.Capacity];
        return TextUnits.Divide(_text, units);
    }
}

using BenchmarkDotNet.Attributes;
using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Verification;

namespace LanguageRouter.Benchmarks;

/// <summary>What the translated path does itself to one paragraph with code, a link, a list and numbers.</summary>
[MemoryDiagnoser]
public class TranslationBenchmarks
{
    private const string Paragraph =
        "## 手順\n1. **準備**: `config.json`を開き、3行目を確認します。\n2. 詳しくはhttps://example.com/docs?id=12を見てください。\n\n費用は約1,200円です。「はい」を選ぶと、2分ほどで終わります。\n```sh\necho \"です。\"\n```\n";

    private const string Source = "費用は約1,200円です、⟦0⟧はい⟦1⟧を選ぶと2分ほどで終わります。";
    private const string Target = "It costs about 1,200 yen, and if you choose ⟦0⟧yes⟦1⟧ it is done in about 2 minutes.";

    private readonly TranslationJob _job = new(LegKind.TranslateIn, "ja", "en", new LegLog()) { Limits = new FidelityLimits() };
    private readonly ProtectedText _protected = InlineProtector.Protect("費用は約1,200円です、「はい」を選ぶと2分ほどで終わります。", 0);

    [Benchmark]
    public int Segment() => TextTranslation.Cut(Paragraph).Count;

    [Benchmark]
    public int Protect() => InlineProtector.Protect("詳しくは`config.json`とhttps://example.com/docs?id=12を「必ず」見てください。", 0).Spans.Length;

    [Benchmark]
    public string? Verify() => TranslationVerifier.Compare(Source, Target, _job.Languages, null);

    [Benchmark]
    public string? VerifyAndRestore() => TranslationVerifier.Check(_protected, Target, _job, out _);
}

using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Counts violations of the hard bounds on all reference texts, and reports their width and the speed of a scan.</summary>
internal static class TokenBoundsCommand
{
    public static int Run(EvaluationOptions options)
    {
        var counters = new[] { BytePairTokenCounter.O200kBase, BytePairTokenCounter.Cl100kBase };
        var texts = SharedTexts.Load(options).Select(t => t.Text).Distinct(StringComparer.Ordinal).ToList();
        var violations = 0;
        foreach (var counter in counters)
        {
            var own = texts.Count(text => TokenBounds.Estimate(counter.Name, TextProfile.Measure(text)) is var e && counter.Count(text) is var n && (n < e.Low || n > e.High));
            Console.WriteLine($"{counter.Name}: {own} violations on {texts.Count} texts");
            violations += own;
            foreach (var language in LabelledTexts.Load(options).GroupBy(s => s.Language, StringComparer.Ordinal))
            {
                foreach (var length in new[] { 50, 500, 5000 })
                {
                    var widths = language.SelectMany(set => Enumerable.Range(0, set.Corpus.Length / length).Select(i => set.Corpus.Substring(i * length, length)))
                        .Select(text => (Tokens: counter.Count(text), Estimate: TokenBounds.Estimate(counter.Name, TextProfile.Measure(text)))).ToList();
                    violations += widths.Count(w => w.Tokens < w.Estimate.Low || w.Tokens > w.Estimate.High);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {language.Key} {length,4}: low {widths.Average(w => (double)w.Estimate.Low / w.Tokens):F2}, high {widths.Average(w => (double)w.Estimate.High / w.Tokens):F2} of the true count, width {widths.Average(w => (double)(w.Estimate.High - w.Estimate.Low) / w.Estimate.Likely):F2} of likely ({widths.Count} texts)"));
                }
            }
        }

        Console.WriteLine($"violations in all: {violations}");
        foreach (var (name, corpus) in SpeedCorpora.Load(options))
        {
            foreach (var length in new[] { 40, 500, 5_000, 100_000 })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"scan {name,-9} {length,7:N0} characters: {Scan(corpus, length) / length:F2} ns/char"));
            }
        }

        return violations == 0 ? 0 : 1;
    }

    // The least of many tries, each of as many texts as take some microseconds.
    private static double Scan(string corpus, int length)
    {
        var repeats = Math.Max(1, 20_000 / length);
        var least = double.MaxValue;
        var bytes = 0L;
        for (var attempt = 0; attempt < 500; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
            {
                bytes += TextProfile.Measure(corpus.AsSpan(((attempt * 97) + (i * 13)) % Math.Max(1, corpus.Length - length), Math.Min(length, corpus.Length))).Utf8Bytes;
            }

            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats);
        }

        return bytes > 0 ? least : 0;
    }
}

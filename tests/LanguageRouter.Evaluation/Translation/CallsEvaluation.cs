using System.Text.Json;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Streaming;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Counts the calls that translate real answers back while they stream, and compares the estimate of the bill.</summary>
/// <remarks>The answers are Japanese; their length in English tokens is that of o200k_base divided by the density of Japanese. Where sentences end and groups break is a matter of structure, which translation keeps.</remarks>
internal static class CallsEvaluation
{
    public static int Run(EvaluationOptions options)
    {
        var answers = Directory.GetFiles(options.PathOf("ja-answers"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("answer").GetString()!)
            .Select(a => (Tokens: (int)(BytePairTokenCounter.O200kBase.Count(a) / TokenDensity.Of(TokenCounters.O200kBase, "ja")), Calls: Calls(a)))
            .OrderBy(a => a.Tokens).ToArray();
        foreach (var slice in answers.Chunk((answers.Length + 9) / 10))
        {
            Console.WriteLine($"{slice[0].Tokens,5}-{slice[^1].Tokens,5} English tokens: {slice.Average(a => a.Calls),6:F1} calls, estimated {slice.Average(a => TranslateOutCalls.Estimate(TokenInterval.Exact(a.Tokens), streamed: true).Likely),6:F1}, {slice.Average(a => (double)a.Tokens / Math.Max(1, a.Calls)),6:F1} tokens a call");
        }

        var real = answers.Sum(a => a.Calls);
        var estimated = answers.Sum(a => TranslateOutCalls.Estimate(TokenInterval.Exact(a.Tokens), streamed: true).Likely);
        Console.WriteLine($"{answers.Length} answers: {real} calls, estimated {estimated} ({100.0 * (estimated - real) / real:+0.0;-0.0} %)");
        return 0;
    }

    private static int Calls(string answer)
    {
        var batcher = new SentenceBatcher();
        var calls = 0;
        foreach (var piece in TextTranslation.Cut(answer))
        {
            calls += batcher.Add(piece) is { } group && group.Any(p => p.IsProse) ? 1 : 0;
        }

        return calls + (batcher.Take() is { } rest && rest.Any(p => p.IsProse) ? 1 : 0);
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Segmentation;
using LanguageRouter.Paths.Translation.Verification;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Times what the translated path does itself on real answers: segmentation, protection, verification.</summary>
/// <remarks>
/// One thread, the best of several passes over all answers, MB of UTF-8 of the answers. The "translation" that is verified
/// has every kana and kanji replaced by a Latin letter, so that checks read both scripts; it is made beforehand.
/// </remarks>
internal static class SpeedEvaluation
{
    public static int Run(EvaluationOptions options)
    {
        var answers = Directory.GetFiles(options.PathOf("ja-answers"), "*.jsonl").SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("answer").GetString()!).ToArray();
        var megabytes = answers.Sum(Encoding.UTF8.GetByteCount) / 1e6;
        var job = new TranslationJob(LegKind.TranslateIn, "ja", "en", new LegLog());
        var pieces = answers.Select(TextTranslation.Cut).ToArray();
        var texts = pieces.SelectMany(p => p).Where(p => p.IsProse).Select(p => InlineProtector.Protect(p.Text, 0)).ToArray();
        var pairs = texts.Select(t => (Source: t, Target: Latin(t.Text))).ToArray();
        Console.WriteLine($"{answers.Length} answers, {megabytes:F2} MB, {texts.Length} sentences, {texts.Sum(t => t.Spans.Count)} placeholders");
        Measure("segmentation", megabytes, () => answers.Sum(a => TextTranslation.Cut(a).Count));
        Measure("segmentation in chunks of 4", megabytes, () => answers.Sum(Chunked));
        Measure("protection", megabytes, () => pieces.Sum(p => p.Sum(q => q.IsProse ? InlineProtector.Protect(q.Text, 0).Spans.Count : 0)));
        Measure("verification and restoration", megabytes, () => pairs.Sum(p => TranslationVerifier.Check(p.Source, p.Target, job, out _) is null ? 1 : 0));
        Measure("all three", megabytes, () =>
        {
            var passed = 0;
            var next = 0;
            foreach (var answer in answers)
            {
                foreach (var piece in TextTranslation.Cut(answer))
                {
                    if (piece.IsProse)
                    {
                        passed += TranslationVerifier.Check(InlineProtector.Protect(piece.Text, 0), pairs[next++].Target, job, out _) is null ? 1 : 0;
                    }
                }
            }

            return passed;
        });
        return 0;
    }

    private static void Measure(string name, double megabytes, Func<int> run)
    {
        var best = double.MaxValue;
        var result = 0;
        long allocated = 0;
        for (var i = 0; i < 25; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            result = run();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine($"{name,-30} {megabytes / best,7:F1} MB/s   {allocated / (megabytes * 1e6),5:F2} bytes allocated a byte   ({result})");
    }

    private static int Chunked(string answer)
    {
        var segmenter = new TextSegmenter();
        var count = 0;
        for (var i = 0; i < answer.Length; i += 4)
        {
            segmenter.Append(answer.AsSpan(i, Math.Min(4, answer.Length - i)));
            while (segmenter.TryRead(complete: false, out _))
            {
                count++;
            }
        }

        while (segmenter.TryRead(complete: true, out _))
        {
            count++;
        }

        return count;
    }

    private static string Latin(string text) => string.Concat(text.Select(c => Characters.IsJapanese(c) && !"一二三四五六七八九十百千万億兆半倍".Contains(c, StringComparison.Ordinal) ? (char)('a' + (c % 26)) : c == '。' ? '.' : c));
}

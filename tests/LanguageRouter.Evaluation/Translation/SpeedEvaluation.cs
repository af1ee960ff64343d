using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Segmentation;
using LanguageRouter.Paths.Translation.Verification;
using LanguageRouter.Paths.Translation.Verification.Numbers;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Times what the translated path does itself on real answers: segmentation, protection, verification.</summary>
/// <remarks>
/// One thread, the best of several passes over all answers, MB of UTF-8 of the answers. The "translation" that is verified
/// has every kana and kanji replaced by a Latin letter, so that checks read both scripts; it is made beforehand.
/// </remarks>
internal static class SpeedEvaluation
{
    private const int Slices = 51;
    private const int Passes = 60;

    public static int Run(EvaluationOptions options)
    {
        var answers = Directory.GetFiles(options.PathOf("ja-answers"), "*.jsonl").SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("answer").GetString()!).Select(Prepare).ToArray();
        var megabytes = answers.Sum(a => Encoding.UTF8.GetByteCount(a.Text)) / 1e6;
        var job = new TranslationJob(LegKind.TranslateIn, "ja", "en", new LegLog()) { Limits = new FidelityLimits() };
        Console.WriteLine($"{answers.Length} answers, {megabytes:F2} MB, {answers.Sum(a => a.Sentences.Length)} sentences, {answers.Sum(a => a.Sentences.Sum(t => t.Source.Spans.Count))} placeholders");
        void Measure(string name, Func<Answer, int> work) => SpeedEvaluation.Measure(name, megabytes, answers, work);
        Measure("segmentation", a => TextTranslation.Cut(a.Text).Count);
        Measure("segmentation in chunks of 4", a => Chunked(a.Text));
        Measure("protection", a => a.Sentences.Sum(s => InlineProtector.Protect(s.Text, 0).Spans.Count));
        Measure("verification and restoration", a => a.Sentences.Sum(s => TranslationVerifier.Check(s.Source, s.Target, job, out _) is null ? 1 : 0));
        if (options.Rest is ["--checks"])
        {
            Measure("  restore", a => a.Sentences.Sum(s => Restorer.TryRestore(s.Source, s.Target, out _) is null ? 1 : 0));
            Measure("  language", a => a.Sentences.Sum(s => LanguageCheck.IsInLanguage(s.Target, "en") ? 1 : 0));
            Measure("  phrases", a => a.Sentences.Sum(s => PhraseCheck.Check(s.Source.Text, s.Target, false) is null ? 1 : 0));
            Measure("  form", a => a.Sentences.Sum(s => FormCheck.Check(s.Source.Text, s.Target) is null ? 1 : 0));
            Measure("  numbers", a => a.Sentences.Sum(s => NumberCheck.Agree(s.Source.Text, s.Target) ? 1 : 0));
            Measure("  negation", a => a.Sentences.Sum(s => NegationCheck.Differs(s.Source.Text, s.Target, true) ? 1 : 0));
            Measure("  names", a => a.Sentences.Sum(s => TermCheck.MissesName(s.Source.Text, s.Target) ? 1 : 0));
        }

        Measure("all three", a =>
        {
            var passed = 0;
            var next = 0;
            foreach (var piece in TextTranslation.Cut(a.Text))
            {
                if (piece.IsProse)
                {
                    passed += TranslationVerifier.Check(InlineProtector.Protect(piece.Text, 0), a.Sentences[next++].Target, job, out _) is null ? 1 : 0;
                }
            }

            return passed;
        });
        return 0;
    }

    // The best time of each slice, summed: on a shared machine a slice of a few hundred microseconds is sometimes left alone.
    private static void Measure(string name, double megabytes, Answer[] answers, Func<Answer, int> work)
    {
        var slices = answers.Chunk((answers.Length + Slices - 1) / Slices).ToArray();
        var best = new double[slices.Length];
        Array.Fill(best, double.MaxValue);
        var result = 0;
        long allocated = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            result = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < slices.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                foreach (var answer in slices[i])
                {
                    result += work(answer);
                }

                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine($"{name,-30} {megabytes / best.Sum(),7:F1} MB/s   {allocated / (megabytes * 1e6),5:F2} bytes allocated a byte   ({result})");
    }

    private static Answer Prepare(string text)
    {
        var sentences = TextTranslation.Cut(text).Where(p => p.IsProse).Select(p => InlineProtector.Protect(p.Text, 0) is var source ? new Sentence(p.Text, source, Latin(source.Text)) : throw new InvalidOperationException());
        return new Answer(text, [.. sentences]);
    }

    private sealed record Answer(string Text, Sentence[] Sentences);

    private sealed record Sentence(string Text, ProtectedText Source, string Target);

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

    // Words of five letters, as long as English words are at the mean.
    private static string Latin(string text)
    {
        var result = new StringBuilder();
        var letters = 0;
        foreach (var c in text)
        {
            if (Characters.IsJapanese(c) && !"一二三四五六七八九十百千万億兆半倍".Contains(c, StringComparison.Ordinal))
            {
                result.Append((char)('a' + (c % 26)));
                if (++letters % 5 == 0)
                {
                    result.Append(' ');
                }
            }
            else
            {
                result.Append(c == '。' ? '.' : c);
            }
        }

        return result.ToString();
    }
}

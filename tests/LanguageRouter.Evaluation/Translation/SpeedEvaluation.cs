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
/// One thread, MB of UTF-8 of the answers. The parts take turns, pass by pass, and the median of their passes is told: for a
/// second of the processor, which other programs on the machine disturb little, and by the clock. The "translation" that is
/// verified has every kana and kanji replaced by a Latin letter, so that checks read both scripts; it is made beforehand. The other direction takes the two the other way round.
/// </remarks>
internal static class SpeedEvaluation
{
    private const int Passes = 80;

    public static int Run(EvaluationOptions options)
    {
        var answers = Directory.GetFiles(options.PathOf("ja-answers"), "*.jsonl").SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("answer").GetString()!).Select(Prepare).ToArray();
        var megabytes = answers.Sum(a => Encoding.UTF8.GetByteCount(a.Text)) / 1e6;
        var job = new TranslationJob(LegKind.TranslateIn, "ja", "en", new LegLog()) { Limits = new FidelityLimits() };
        Console.WriteLine($"{answers.Length} answers, {megabytes:F2} MB, {answers.Sum(a => a.Sentences.Length)} sentences, {answers.Sum(a => a.Sentences.Sum(t => t.Source.Spans.Length))} placeholders");
        var back = new TranslationJob(LegKind.TranslateOut, "en", "ja", new LegLog()) { Limits = new FidelityLimits() };
        var parts = Parts(job, back, options.Rest is ["--checks"]);
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var part in parts)
            {
                part.Pass(answers);
            }
        }

        foreach (var part in parts)
        {
            Console.WriteLine($"{part.Name,-30} {megabytes / Median(part.Processor),7:F1} MB/s of processor time (best pass {megabytes / part.Processor.Min(),7:F1}), {megabytes / Median(part.Clock),7:F1} by the clock, {part.Allocated / (megabytes * 1e6),5:F2} bytes allocated a byte   ({part.Result})");
        }

        return 0;
    }

    private static List<Part> Parts(TranslationJob job, TranslationJob back, bool checks)
    {
        var parts = new List<Part>
        {
            new("segmentation", a => TextTranslation.Cut(a.Text).Count),
            new("segmentation in chunks of 4", a => Chunked(a.Text)),
            new("protection", a => a.Sentences.Sum(s => InlineProtector.Protect(s.Text, 0).Spans.Length)),
            new("verification and restoration", a => a.Sentences.Sum(s => TranslationVerifier.Check(s.Source, s.Target, job, out _) is null ? 1 : 0)),
            new("the same into Japanese", a => a.Sentences.Sum(s => TranslationVerifier.Check(s.Back, s.Source.Text, back, out _) is null ? 1 : 0)),
        };
        if (checks)
        {
            parts.AddRange(
            [
                new("  restore", a => a.Sentences.Sum(s => Restorer.TryRestore(s.Source, s.Target, out _) is null ? 1 : 0)),
                new("  language", a => a.Sentences.Sum(s => LanguageCheck.IsInLanguage(s.Target, job.Languages.TargetScript) ? 1 : 0)),
                new("  phrases", a => a.Sentences.Sum(s => PhraseCheck.Check(s.Source.Text, s.Target, false) is null ? 1 : 0)),
                new("  form", a => a.Sentences.Sum(s => FormCheck.Check(s.Source.Text, s.Target) is null ? 1 : 0)),
                new("  numbers", a => a.Sentences.Sum(s => NumberCheck.Agree(s.Source.Text, s.Target) ? 1 : 0)),
                new("  negation", a => a.Sentences.Sum(s => NegationCheck.Differs(s.Source.Text, s.Target, true) ? 1 : 0)),
                new("  names", a => a.Sentences.Sum(s => TermCheck.MissesName(s.Source.Text, s.Target) ? 1 : 0)),
            ]);
        }

        parts.Add(new("all three", a => AllThree(a, job)));
        return parts;
    }

    private static int AllThree(Answer answer, TranslationJob job)
    {
        var passed = 0;
        var next = 0;
        foreach (var piece in TextTranslation.Cut(answer.Text))
        {
            if (piece.IsProse)
            {
                passed += TranslationVerifier.Check(InlineProtector.Protect(piece.Text, 0), answer.Sentences[next++].Target, job, out _) is null ? 1 : 0;
            }
        }

        return passed;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static Answer Prepare(string text)
    {
        var sentences = TextTranslation.Cut(text).Where(p => p.IsProse).Select(p => InlineProtector.Protect(p.Text, 0) is var source ? new Sentence(p.Text, source, Latin(source.Text), source with { Text = Latin(source.Text) }) : throw new InvalidOperationException());
        return new Answer(text, [.. sentences]);
    }

    private sealed record Part(string Name, Func<Answer, int> Work)
    {
        public List<double> Processor { get; } = [];

        public List<double> Clock { get; } = [];

        public long Allocated { get; private set; }

        public int Result { get; private set; }

        public void Pass(Answer[] answers)
        {
            Result = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var processor = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            foreach (var answer in answers)
            {
                Result += Work(answer);
            }

            Clock.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            Processor.Add((Environment.CpuUsage.TotalTime - processor).TotalSeconds);
            Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private sealed record Answer(string Text, Sentence[] Sentences);

    private sealed record Sentence(string Text, ProtectedText Source, string Target, ProtectedText Back);

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

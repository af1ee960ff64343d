using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Times detection on real texts cut to a length, each text new to the process: the mean over texts of each one's fastest run, and the bytes allocated.</summary>
internal static class LanguageSpeed
{
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(700);

    public static int Run(EvaluationOptions options)
    {
        // The runtime optimises in the background; what is timed is its last form.
        var warm = Cut(string.Concat(ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "ja")), 500);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < 4 * Span;)
        {
            warm.ForEach(static text => LanguageDetector.Default.Detect(text));
        }

        Console.WriteLine($"{"texts",-14}{"characters",12}{"us/text",10}{"ns/char",10}{"bytes",8}");
        foreach (var field in (string[])["ja", "en", "zh_hans", "ko"])
        {
            var whole = string.Concat(ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", field).Select(text => text + (field == "en" ? " " : "")));
            foreach (var length in (int[])[40, 500, 5_000, 100_000])
            {
                Time(field, Cut(whole, length));
            }
        }

        return 0;
    }

    public static List<string> Cut(string whole, int length)
    {
        while (whole.Length < length)
        {
            whole += whole;
        }

        return [.. Enumerable.Range(0, Math.Min(whole.Length / length, 200)).Select(i => whole.Substring(i * length, length))];
    }

    private static void Time(string name, List<string> texts)
    {
        // The fastest run of each text, then their mean: a text is short enough to run between two interruptions of a busy machine.
        var fastest = new long[texts.Count];
        Array.Fill(fastest, long.MaxValue);
        var sum = 0.0;
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Span;)
        {
            for (var i = 0; i < fastest.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                sum += LanguageDetector.Default.Detect(texts[i]).Confidence;
                fastest[i] = Math.Min(fastest[i], Stopwatch.GetTimestamp() - start);
            }
        }

        var best = fastest.Average() * 1e9 / Stopwatch.Frequency;
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
        {
            sum += LanguageDetector.Default.Detect(text).Confidence;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / texts.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{texts[0].Length,12}{best / 1000,10:F3}{best / texts[0].Length,10:F3}{(sum > 0 ? bytes : -1),8}"));
    }
}

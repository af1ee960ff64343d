using System.Diagnostics;
using System.Globalization;
using System.Text;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Times the task signals on real prompts of one length: minimum of several rounds over texts that differ.</summary>
internal static class TasksSpeedCommand
{
    private const int Texts = 64;
    private const int Rounds = 60;

    public static int Run(EvaluationOptions options)
    {
        var items = TaskSets.All(options).ToList();
        var japanese = string.Concat(items.Where(item => item.Set is "jsquad" or "instruction_ja" or "mtbench-ja").Select(item => item.Text));
        var english = string.Concat(items.Where(item => item.Set.EndsWith("(English)", StringComparison.Ordinal) && !item.Set.StartsWith("jhuman", StringComparison.Ordinal)).Select(item => item.Text + " "));
        foreach (var (name, pool) in new[] { ("Japanese", japanese), ("English", english) })
        {
            foreach (var length in new[] { 40, 500, 3_000, 5_000, 100_000 })
            {
                var texts = Cut(pool, length);
                Report(name, length, "task kind", texts, text => (int)TaskKindClassifier.Classify(text, default).Kind);
                Report(name, length, "answer language", texts, text => AnswerLanguageDetector.Detect(text) is null ? 0 : 1);
                Report(name, length, "register", texts, text => (int)RegisterDetector.Detect(text));
            }
        }

        return 0;
    }

    private static string[] Cut(string pool, int length)
    {
        var texts = new string[length > 10_000 ? 4 : Texts];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = new StringBuilder();
            while (text.Length < length)
            {
                var start = (int)((long)(i + text.Length) * 7919 % Math.Max(1, pool.Length - length));
                text.Append(pool, Math.Max(0, start), Math.Min(length - text.Length, pool.Length));
            }

            texts[i] = text.ToString();
        }

        return texts;
    }

    private static void Report(string language, int length, string what, string[] texts, Func<string, int> run)
    {
        var sum = 0;
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var text in texts)
            {
                sum += run(text);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalNanoseconds / texts.Length);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += run(texts[0]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language,-9} {length,7} characters  {what,-16} {best,9:0} ns  {allocated} bytes  ({sum % 10})"));
    }
}

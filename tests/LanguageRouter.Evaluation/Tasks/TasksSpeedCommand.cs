using System.Diagnostics;
using System.Globalization;
using System.Text;
using LanguageRouter.Signals.Tasks;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Times the task signals and their parts on real prompts of one length: the mean over texts of each one's fastest run, after the runtime has optimised.</summary>
internal static class TasksSpeedCommand
{
    private const int Texts = 64;
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(400);

    // The yardstick of the same run: an exact count by Microsoft.ML.Tokenizers. Its word cache makes repeated texts cheaper than fresh ones.
    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    private delegate int Reading(Instruction instruction);

    public static int Run(EvaluationOptions options)
    {
        var items = TaskSets.All(options).ToList();
        var japanese = string.Concat(items.Where(item => item.Set is "jsquad" or "instruction_ja" or "mtbench-ja").Select(item => item.Text));
        var english = string.Concat(items.Where(item => item.Set.EndsWith("(English)", StringComparison.Ordinal) && !item.Set.StartsWith("jhuman", StringComparison.Ordinal)).Select(item => item.Text + " "));
        var warm = Cut(japanese, 500);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < 6 * Span;)
        {
            foreach (var text in warm)
            {
                _ = All(text);
            }
        }

        foreach (var (name, pool) in new[] { ("Japanese", japanese), ("English", english) })
        {
            foreach (var length in new[] { 40, 500, 5_000, 100_000 })
            {
                var texts = Cut(pool, length);
                Report(name, length, "all task signals", texts, All);
                Report(name, length, "  folding, phrases", texts, static text => Read(text, static instruction => instruction.Text.Length));
                Report(name, length, "  + findings", texts, static text => Read(text, static instruction => (int)PhraseFindings.Of(instruction, ChoiceList.Find(instruction.Text), default).Kind));
                Report(name, length, "  + task kind", texts, static text => Read(text, static instruction => (int)TaskKindClassifier.Classify(instruction, default).Kind));
                Report(name, length, "  + answer language", texts, static text => Read(text, static instruction => AnswerLanguageDetector.Detect(instruction) is null ? 0 : 1));
                Report(name, length, "  + register", texts, static text => Read(text, static instruction => (int)RegisterDetector.Detect(instruction)));
                if (length <= 500)
                {
                    Report(name, length, "exact o200k count", texts, text => Tokenizer.CountTokens(text));
                }
            }
        }

        return 0;
    }

    private static int All(string text) => Read(text, static instruction =>
        (int)TaskKindClassifier.Classify(instruction, default).Kind + (AnswerLanguageDetector.Detect(instruction) is null ? 0 : 1) + (int)RegisterDetector.Detect(instruction));

    private static int Read(string text, Reading reading)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> phrases = stackalloc PhraseMatch[Instruction.MostPhrases];
        return reading(Instruction.Read(text, buffer, phrases));
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
        var fastest = new long[texts.Length];
        Array.Fill(fastest, long.MaxValue);
        var sum = 0;
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Span;)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                sum += run(texts[i]);
                fastest[i] = Math.Min(fastest[i], Stopwatch.GetTimestamp() - started);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += run(texts[0]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language,-9} {length,7} characters  {what,-19} {fastest.Average() * 1e9 / Stopwatch.Frequency,9:0} ns  {allocated} bytes  ({sum % 10})"));
    }
}

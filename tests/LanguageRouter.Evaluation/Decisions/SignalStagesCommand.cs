using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Evaluation.Languages;
using LanguageRouter.Learning;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Languages;
using LanguageRouter.Signals.Tasks;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Decisions;

/// <summary>Shows where the time of reading a request's signals goes: the mean over texts of each one's fastest run, by stage.</summary>
internal static class SignalStagesCommand
{
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(400);

    public static int Run(EvaluationOptions options)
    {
        Console.WriteLine("texts       | characters | profile | folding | signs | language | task | wording | all signals without it, ns (GB/s)");
        foreach (var field in (string[])["ja", "en", "zh_hans"])
        {
            var whole = string.Concat(ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", field).Select(text => text + (field == "en" ? " " : "")));
            foreach (var length in (int[])[40, 500, 5_000, 100_000])
            {
                Print(field, LanguageSpeed.Cut(whole, length));
            }
        }

        return 0;
    }

    private static void Print(string name, List<string> texts)
    {
        var messages = texts.ConvertAll(text => new[] { new ChatMessage(ChatRole.User, text) });
        var wording = Wording(texts);
        var all = Fastest(messages, request => RoutingDecider.ReadSignals(request).Characters);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-11} | {texts[0].Length,10} | {Fastest(texts, text => TextProfile.Measure(text).Length),7:0} | {Fastest(texts, text => TextFolding.NeedsFolding(text) ? 1 : 0),7:0} | {Fastest(texts, text => NonProse.MayOccur(text) ? 1 : 0),5:0} | {Fastest(texts, text => LanguageDetector.Default.Analyze(text).ProseCharacters),8:0} | {Fastest(texts, Task),6:0} | {Fastest(texts.ConvertAll(Folded), text => wording.Predict(text, "ja", "ja") is null ? 0 : 1),7:0} | {all:0} ({texts[0].Length * 2 / all:0.00})"));
    }

    // A file of as many pairs as these texts have in common, for two models.
    private static WordingPredictor Wording(List<string> texts) => new(new WordingFile
    {
        Judge = "none",
        Language = "ja",
        Prompts = texts.Count,
        Pooled = 2,
        Models = [new WordingModel("one", 50, 1, 0), new WordingModel("other", 50, 1, 0)],
        Gains = [],
        Pairs = texts.SelectMany(text => WordingPairs.Of(text).Keys).CountBy(pair => pair).Where(pair => pair.Value >= Math.Min(3, texts.Count))
            .ToDictionary(pair => pair.Key, IReadOnlyList<double> (pair) => [pair.Value, -pair.Value]),
    });

    private static string Folded(string text)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        return InstructionText.Fold(text, buffer).ToString();
    }

    private static int Task(string text)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> phrases = stackalloc PhraseMatch[Instruction.MostPhrases];
        var instruction = Instruction.Read(text, buffer, phrases);
        var kind = TaskKindClassifier.Classify(instruction, new TaskContext(false, false, false, 1)).Kind;
        return (int)kind + (int)RegisterDetector.Detect(instruction) + (AnswerLanguageDetector.Detect(instruction) is null ? 0 : 1);
    }

    private static double Fastest<T>(List<T> inputs, Func<T, int> run)
    {
        var fastest = new long[inputs.Count];
        Array.Fill(fastest, long.MaxValue);
        var repeat = Math.Max(1, 2_000 / ((inputs[0] as string)?.Length ?? 500));
        var sum = 0L;
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Span;)
        {
            for (var i = 0; i < fastest.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var j = 0; j < repeat; j++)
                {
                    sum += run(inputs[i]);
                }

                fastest[i] = Math.Min(fastest[i], Stopwatch.GetTimestamp() - start);
            }
        }

        return sum == -1 ? 0 : fastest.Average() * 1e9 / Stopwatch.Frequency / repeat;
    }
}

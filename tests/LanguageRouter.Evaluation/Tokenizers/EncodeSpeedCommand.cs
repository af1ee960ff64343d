using System.Diagnostics;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Times encoding beside Microsoft.ML.Tokenizers in one run, alternating, minimum of several rounds:
/// <c>encode-speed [--model FILE] [--rounds N]</c>.
/// </summary>
internal static class EncodeSpeedCommand
{
    public static int Run(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var model = arguments.Text("--model", options.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        var clock = Stopwatch.StartNew();
        var ours = SentencePieceEncoder.Load(model);
        Console.WriteLine($"loaded in {clock.ElapsedMilliseconds} ms");
        using var stream = File.OpenRead(model);
        var theirs = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
        var reference = ReferenceTexts.Read(options.DataFolder).Where(text => text.Length >= 40).ToList();
        var japanese = reference.Where(text => text.Count(character => character is >= '\u3040' and < '\uA000') * 2 > text.Length).ToList();
        var others = reference.Where(text => text.All(character => character < 0x80)).ToList();
        foreach (var (name, texts) in new[] { ("Japanese", japanese), ("ASCII", others) })
        {
            Measure(name, texts, ours, theirs, arguments.Number("--rounds", 7));
        }

        return 0;
    }

    private static void Measure(string name, List<string> texts, SentencePieceEncoder ours, SentencePieceTokenizer theirs, int rounds)
    {
        // Every text is fresh within a round; a few hundred thousand characters leave no cache of results to gain from.
        var characters = texts.Sum(text => (long)text.Length);
        var ids = new List<int>(100_000);
        var subjects = new (string Name, Action<string> Run)[]
        {
            ("encode, ours", text => { ids.Clear(); ours.Encode(text, ids); }),
            ("encode, Microsoft.ML.Tokenizers", text => theirs.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false)),
            ("count, ours", text => ours.Count(text)),
            ("count, Microsoft.ML.Tokenizers", text => theirs.CountTokens(text, addBeginningOfSentence: false, addEndOfSentence: false)),
        };
        var best = new double[subjects.Length];
        var allocated = new long[subjects.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                texts.ForEach(subjects[i].Run);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds / characters);
                allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        Console.WriteLine($"{name}: {texts.Count} texts, {characters} characters");
        for (var i = 0; i < subjects.Length; i++)
        {
            Console.WriteLine($"  {subjects[i].Name}: {best[i]:F1} ns a character, {(double)allocated[i] / texts.Count:F0} bytes a text");
        }

        Console.WriteLine($"  ratio: encode {best[1] / best[0]:F2}x, count {best[3] / best[2]:F2}x");
    }
}

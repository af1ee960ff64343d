using System.Diagnostics;
using System.Globalization;
using System.Text;
using LanguageRouter.Tokens;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Times exact counting beside Microsoft.ML.Tokenizers in one run, on texts that neither has seen in the process.</summary>
/// <remarks>
/// Arguments: a folder where npm installed tiktoken-node (none: without it). Each corpus is cut into slices; a slice is counted once by each counter, so no counter gains from what it keeps of
/// a text. Each slice is timed by itself and the median is reported, so that other work on the machine, which stops
/// single slices, does not count; compare the ratios.
/// </remarks>
internal static class TokenSpeedCommand
{
    public static int Run(EvaluationOptions options)
    {
        var clock = Stopwatch.StartNew();
        BytePairTokenCounter[] counters = [BytePairTokenCounter.O200kBase, BytePairTokenCounter.Cl100kBase];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"both vocabularies loaded in {clock.ElapsedMilliseconds} ms"));
        Warm(counters);
        var corpora = SpeedCorpora.Load(options);
        foreach (var (name, corpus) in corpora)
        {
            foreach (var length in new[] { 500, 5000 })
            {
                foreach (var counter in counters)
                {
                    Compare(name, corpus, length, counter, options.Rest.Count > 0 ? options.Rest[0] : null);
                }
            }
        }

        foreach (var counter in counters)
        {
            Worst(counter);
            foreach (var length in new[] { 40, 1_000, 10_000, 100_000, 1_000_000 })
            {
                var text = Repeated(corpora[0].Corpus, length);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counter.Name} Japanese {length,9:N0} characters: {Time(counter.Count, text) / length,6:F1} ns/char (repeated text)"));
            }
        }

        return 0;
    }

    private static void Compare(string name, string corpus, int length, BytePairTokenCounter counter, string? nodeFolder)
    {
        var reference = TiktokenTokenizer.CreateForEncoding(counter.Name);
        var slices = Enumerable.Range(0, corpus.Length / length).Select(i => corpus.Substring(i * length, length)).ToList();

        // Slices go to each by turns of twenty, so that neither meets one twice.
        const int Turn = 20;
        var ours = new List<double>();
        var theirs = new List<double>();
        var turn = Math.Min(Turn, slices.Count / 2);
        for (var at = 0; at + (2 * turn) <= slices.Count && theirs.Sum() < 1e9; at += 2 * turn)
        {
            ours.AddRange(slices.GetRange(at, turn).Select(slice => TimeOnce(counter.Count, slice)));
            theirs.AddRange(slices.GetRange(at + turn, turn).Select(slice => TimeOnce(t => reference.CountTokens(t, considerNormalization: false), slice)));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        counter.Count(slices[^1]);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        before = GC.GetAllocatedBytesForCurrentThread();
        reference.CountTokens(slices[^2], considerNormalization: false);
        var theirAllocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var node = nodeFolder is not null && counter.Name == TiktokenNode.Encoding ? TiktokenNode.Median(nodeFolder, slices) / length : 0;
        var (mine, other) = (Median(ours) / length, Median(theirs) / length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counter.Name,-12} {name,-9} {length,5}: ours {mine,6:F1} ns/char, Microsoft.ML.Tokenizers {other,7:F1}, ratio {other / mine,5:F1}, {allocated} bytes (the library {theirAllocated}), {ours.Count} slices{(node > 0 ? $"; tiktoken-node {node:F1}, ratio {node / mine:F1}" : "")}"));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Worst(BytePairTokenCounter counter)
    {
        var random = new Random(5);
        const int Length = 100_000;
        (string Name, string Text)[] cases =
        [
            .. new[] { '漢', 'あ', 'a', '-', ' ', '=', '　', 'ー', '観', '\u0915', 'é', '0', '\n' }.Select(c => ($"'{(c < ' ' ? "\\n" : c)}' repeated", new string(c, Length))),
            ("ab repeated", string.Concat(Enumerable.Repeat("ab", Length / 2))),
            ("random kanji", new string([.. Enumerable.Range(0, Length).Select(_ => (char)random.Next(0x4E00, 0x9FFF))])),
            ("random hiragana", new string([.. Enumerable.Range(0, Length).Select(_ => (char)random.Next(0x3041, 0x3096))])),
            ("random a-z", new string([.. Enumerable.Range(0, Length).Select(_ => (char)random.Next('a', 'z' + 1))])),
            ("random Devanagari", new string([.. Enumerable.Range(0, Length).Select(_ => (char)random.Next(0x0905, 0x0939))])),
            ("random letters below U+0600", new string([.. Enumerable.Range(0, Length * 3).Select(_ => (char)random.Next(0x100, 0x600)).Where(char.IsLetter).Take(Length)])),
            ("𠮷 repeated", string.Concat(Enumerable.Repeat("𠮷", Length / 2))),
            ("lone surrogates", new string('\uD840', Length)),
            ("random unbroken run of all letters", new string([.. Enumerable.Range(0, Length * 3).Select(_ => (char)random.Next(0x41, 0xFFFF)).Where(char.IsLetter).Take(Length)])),
        ];
        foreach (var (name, text) in cases)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counter.Name} {name}: {Time(counter.Count, text) / text.Length:F1} ns/char at {text.Length:N0}, {counter.Count(text)} tokens"));
        }
    }

    private static void Warm(BytePairTokenCounter[] counters)
    {
        // The code is compiled fully, on words that occur nowhere else.
        var random = new Random(3);
        var references = counters.ToDictionary(c => c.Name, c => TiktokenTokenizer.CreateForEncoding(c.Name), StringComparer.Ordinal);
        for (var i = 0; i < 1000; i++)
        {
            var text = new StringBuilder();
            for (var k = 0; k < 60; k++)
            {
                text.Append((char)random.Next(0x4E00, 0x9FFF)).Append((char)random.Next(0x3041, 0x3096)).Append((char)random.Next('a', 'z'));
                text.Append(k % 5 == 0 ? " " : k % 7 == 0 ? "x1\n" : k % 3 == 0 ? " qzx" : "、");
            }

            foreach (var counter in counters)
            {
                counter.Count(text.ToString());
                references[counter.Name].CountTokens(text.ToString(), considerNormalization: false);
            }

            if (i % 100 == 0)
            {
                Thread.Sleep(200);
            }
        }
    }

    private static double Time(TokenCount count, string text) => Enumerable.Range(0, 5).Min(_ => TimeOnce(count, text));

    private static double TimeOnce(TokenCount count, string text)
    {
        var start = Stopwatch.GetTimestamp();
        count(text);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static string Repeated(string text, int length)
    {
        var whole = new StringBuilder(length);
        while (whole.Length < length)
        {
            whole.Append(text.AsSpan(0, Math.Min(text.Length, length - whole.Length)));
        }

        return whole.ToString();
    }

    private delegate int TokenCount(ReadOnlySpan<char> text);
}

using System.Globalization;
using System.Text;
using LanguageRouter.Tokens;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Compares exact counts with Microsoft.ML.Tokenizers: all texts of the reference data, then generated ones.</summary>
/// <remarks>Arguments: the number of generated texts (1,000,000), the first seed (1), a file for those with a surrogate.</remarks>
internal static class TokenExactCommand
{
    public static int Run(EvaluationOptions options)
    {
        var generated = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = options.Rest.Count > 1 ? int.Parse(options.Rest[1], CultureInfo.InvariantCulture) : 1;
        using var astral = options.Rest.Count > 2 ? new StreamWriter(options.Rest[2]) : null;
        var texts = SharedTexts.Load(options);
        var distinct = texts.Select(t => t.Text).Distinct(StringComparer.Ordinal).ToList();
        Console.WriteLine($"reference texts: {texts.Count}, distinct {distinct.Count}, characters {distinct.Sum(t => (long)t.Length)}");
        var differences = 0;
        foreach (var (counter, reference) in Pairs())
        {
            var real = new Tally(counter, reference);
            Parallel.ForEach(distinct, real.Compare);
            differences += real.Report("reference data");
        }

        foreach (var (counter, reference) in Pairs())
        {
            var made = new Tally(counter, reference) { Astral = astral };
            Parallel.For(0, (generated + 999) / 1000, batch =>
            {
                var source = new GeneratedTexts(unchecked((seed * 1_000_003) + batch), distinct);
                for (var i = 0; i < 1000; i++)
                {
                    made.Compare(source.Next());
                }
            });
            differences += made.Report("generated");
        }

        return differences == 0 ? 0 : 1;
    }

    private static (BytePairTokenCounter Counter, TiktokenTokenizer Reference)[] Pairs() =>
    [
        (BytePairTokenCounter.O200kBase, TiktokenTokenizer.CreateForEncoding("o200k_base")),
        (BytePairTokenCounter.Cl100kBase, TiktokenTokenizer.CreateForEncoding("cl100k_base")),
    ];

    private sealed class Tally(BytePairTokenCounter counter, TiktokenTokenizer reference)
    {
        private readonly Lock gate = new();
        private readonly List<string> samples = [];
        private int compared;
        private int different;
        private int outsideBasicPlane;

        public StreamWriter? Astral { get; init; }

        public void Compare(string text)
        {
            Interlocked.Increment(ref compared);
            var ours = counter.Count(text);
            var whole = Whole(text);
            if (ours == reference.CountTokens(whole, considerNormalization: false))
            {
                if (!whole.Any(char.IsSurrogate))
                {
                    return;
                }
            }
            else if (!whole.Any(char.IsSurrogate))
            {
                lock (gate)
                {
                    different++;
                    samples.Add(text);
                }

                return;
            }
            else
            {
                Interlocked.Increment(ref outsideBasicPlane);
            }

            lock (gate)
            {
                Astral?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counter.Name}\t{ours}\t{Convert.ToBase64String(Encoding.UTF8.GetBytes(whole))}"));
            }
        }

        public int Report(string what)
        {
            Console.WriteLine($"{counter.Name} {what}: {compared} compared, {different} different in the basic plane, {outsideBasicPlane} different with characters outside it (there tiktoken is right)");
            foreach (var sample in samples.OrderBy(s => s.Length).Take(10))
            {
                Console.WriteLine($"  {string.Join(' ', sample.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)))} ours {counter.Count(sample)} reference {reference.CountTokens(Whole(sample), considerNormalization: false)}");
            }

            return different;
        }

        private static string Whole(string text)
        {
            var whole = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
            {
                whole.Append(rune.ToString());
            }

            return whole.ToString();
        }
    }
}

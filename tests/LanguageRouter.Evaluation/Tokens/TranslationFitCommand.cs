using System.Globalization;
using System.Text;
using System.Text.Json;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Fits the tokens that a translation would have to the profile of its source, on parallel texts, both ways.</summary>
/// <remarks>
/// Arguments: the file TranslationFits.Learnt.cs to write (none: only report). Interval ends are the 5 % and 95 %
/// quantiles of true by predicted tokens on sets left out, by the size of the source.
/// </remarks>
internal static class TranslationFitCommand
{
    private static readonly TextFeature[] FromJapanese =
    [
        TextFeature.Hiragana, TextFeature.Katakana, TextFeature.KatakanaRuns, TextFeature.Kanji, TextFeature.CjkPunctuation, TextFeature.WidthForms,
        TextFeature.Lower, TextFeature.Upper, TextFeature.WordStarts, TextFeature.Digits, TextFeature.AsciiOther,
    ];

    private static readonly TextFeature[] FromEnglish =
    [
        TextFeature.Lower, TextFeature.Upper, TextFeature.WordStarts, TextFeature.LongUpperWords, TextFeature.Digits, TextFeature.AsciiOther, TextFeature.Stops,
    ];

    // The upper ends of the sizes, in predicted tokens.
    private static readonly int[] Sizes = [50, 200, int.MaxValue];

    public static int Run(EvaluationOptions options)
    {
        var pairs = Pairs(options).ToList();
        var counters = new TokenCounters();
        counters.AddSentencePiece("llm-jp", options.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        var code = new StringBuilder();
        foreach (var (name, tokenizer, toEnglish) in new[]
        {
            ("O200kEnglish", "o200k_base", true), ("Cl100kEnglish", "cl100k_base", true), ("LlmJpEnglish", "llm-jp", true),
            ("O200kJapanese", "o200k_base", false), ("Cl100kJapanese", "cl100k_base", false), ("LlmJpJapanese", "llm-jp", false),
        })
        {
            var counter = counters.Get(tokenizer);
            var slices = new List<FitSlice>();
            foreach (var set in pairs.GroupBy(p => p.Set, StringComparer.Ordinal))
            {
                foreach (var joined in new[] { 1, 4, 16 })
                {
                    var chunks = set.Chunk(joined).Where(c => c.Length == joined).ToList();
                    slices.AddRange(chunks.Select(chunk => new FitSlice(
                        set.Key,
                        string.Empty,
                        joined,
                        TextProfile.Measure(string.Join('\n', chunk.Select(p => toEnglish ? p.Japanese : p.English))),
                        Math.Max(1, counter.Count(string.Join('\n', chunk.Select(p => toEnglish ? p.English : p.Japanese)))),
                        1.0 / chunks.Count)));
                }
            }

            var features = toEnglish ? FromJapanese : FromEnglish;
            var ratios = Evaluate(name, slices, features);
            var fit = LinearFit.Solve(slices, features);
            code.Append(CultureInfo.InvariantCulture, $"    private static readonly TranslationFit {name} = new(\n        [{string.Join(", ", features.Select(f => string.Create(CultureInfo.InvariantCulture, $"(TextFeature.{f}, {fit.Coefficients[(int)f]:0.####})")))}],\n        [{string.Join(", ", ratios.Select(r => string.Create(CultureInfo.InvariantCulture, $"({r.Size}, {r.Low:0.###}, {r.High:0.###})")))}]);\n\n");
        }

        if (options.Rest.Count > 0)
        {
            File.WriteAllText(options.Rest[0], $$"""
                namespace LanguageRouter.Tokens;

                /// <content>
                /// Written by the evaluation command <c>translation-fit</c> from parallel texts (FLORES-200 devtest, AMI, MGSM, instruction_ja).
                /// </content>
                internal static partial class TranslationFits
                {
                {{code.ToString().TrimEnd()}}
                }

                """);
        }

        return 0;
    }

    private static List<(int Size, double Low, double High)> Evaluate(string name, List<FitSlice> slices, TextFeature[] features)
    {
        var ratios = new List<(double Predicted, double Ratio)>();
        Console.WriteLine($"{name}: mean error in percent, predicted without the set, of 1 / 4 / 16 texts together");
        foreach (var set in slices.Select(s => s.Set).Distinct(StringComparer.Ordinal))
        {
            var fit = LinearFit.Solve(slices.Where(s => s.Set != set).ToList(), features);
            var own = slices.Where(s => s.Set == set).Select(s => (s.Length, Predicted: Math.Max(1, fit.Predict(s.Profile)), s.Tokens)).ToList();
            ratios.AddRange(own.Select(o => (o.Predicted, o.Tokens / o.Predicted)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {set,-20} {string.Join(" / ", new[] { 1, 4, 16 }.Select(l => string.Create(CultureInfo.InvariantCulture, $"{own.Where(o => o.Length == l).Average(o => 100 * Math.Abs(o.Predicted - o.Tokens) / o.Tokens):F1}")))}"));
        }

        var result = new List<(int Size, double Low, double High)>();
        var from = 0;
        foreach (var size in Sizes)
        {
            var sorted = ratios.Where(r => r.Predicted >= from && r.Predicted < size).Select(r => r.Ratio).Order().ToList();
            result.Add((size, sorted[(int)(sorted.Count * 0.05)], sorted[(int)(sorted.Count * 0.95)]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  under {size} tokens: 5 % to 95 % of true / predicted {result[^1].Low:F2} to {result[^1].High:F2} ({sorted.Count})"));
            from = size;
        }

        return result;
    }

    private static IEnumerable<(string Set, string Japanese, string English)> Pairs(EvaluationOptions options)
    {
        foreach (var (set, path) in new[] { ("flores", "ja-en-parallel/flores-devtest.jsonl"), ("ami", "ja-en-parallel/ami.jsonl"), ("mgsm", "mgsm-ja-en/mgsm.jsonl"), ("instruction_ja", "ja-prompts/instruction_ja.jsonl") })
        {
            foreach (var line in File.ReadLines(options.PathOf(path)))
            {
                using var document = JsonDocument.Parse(line);
                var japanese = document.RootElement.GetProperty("ja");
                var english = document.RootElement.GetProperty("en");
                if (japanese.ValueKind == JsonValueKind.String)
                {
                    yield return (set, japanese.GetString()!, english.GetString()!);
                    continue;
                }

                for (var i = 0; i < Math.Min(japanese.GetArrayLength(), english.GetArrayLength()); i++)
                {
                    yield return (set, japanese[i].GetString()!, english[i].GetString()!);
                }
            }
        }
    }
}

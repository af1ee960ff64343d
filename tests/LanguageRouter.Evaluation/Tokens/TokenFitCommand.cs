using System.Globalization;
using System.Text;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Fits expected tokens to the features of a profile, reports the error on sets left out, and writes the fits.</summary>
/// <remarks>
/// Arguments: the file TokenFits.Learnt.cs to write (none: only report). Each set is cut into slices of 50, 500 and 5,000
/// characters; the fit is weighted least squares of the relative error, the sets weighing alike, with a small ridge.
/// </remarks>
internal static class TokenFitCommand
{
    private static readonly int[] Lengths = [50, 500, 5000];

    public static int Run(EvaluationOptions options)
    {
        var sets = LabelledTexts.Load(options);
        var counters = new TokenCounters();
        counters.AddSentencePiece("llm-jp-100k", options.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        counters.AddSentencePiece("llm-jp-48k", options.PathOf("ja-tokenizers/code10K_en20K_ja30K.ver2.2.model"));
        var code = new StringBuilder();
        foreach (var (name, tokenizers) in new[] { ("O200kBase", new[] { "o200k_base" }), ("Cl100kBase", ["cl100k_base"]), ("LlmJp", ["llm-jp-100k"]) })
        {
            var slices = sets.SelectMany(set => Slices(set.Set, set.Language, set.Corpus, counters.Get(tokenizers[0]))).ToList();
            Report(tokenizers[0], slices);
            AppendFit(code, name, name == "LlmJp" ? "llm-jp" : tokenizers[0], LinearFit.Solve(slices));
        }

        if (options.Rest.Count > 0)
        {
            File.WriteAllText(options.Rest[0], $$"""
                namespace LanguageRouter.Tokens;

                /// <content>
                /// Written by the evaluation command <c>token-fit</c> from the reference data: {{sets.Count}} sets ({{sets.Count(s => s.Language == "ja")}} Japanese, {{sets.Count(s => s.Language == "en")}} English).
                /// In the order of <see cref="TextFeature"/>.
                /// </content>
                internal static partial class TokenFits
                {
                {{code}}
                    private static readonly TokenFit Generic = new("generic", O200kBase.Coefficients);
                }

                """);
        }

        return 0;
    }

    private static IEnumerable<FitSlice> Slices(string set, string language, string corpus, ITokenCounter counter)
    {
        foreach (var length in Lengths)
        {
            var count = Math.Min(corpus.Length / length, 300);
            var step = corpus.Length / Math.Max(count, 1);
            for (var i = 0; i < count; i++)
            {
                var text = corpus.AsSpan(i * step, length);
                var tokens = counter.Count(text);
                if (tokens > 0)
                {
                    yield return new FitSlice(set, language, length, TextProfile.Measure(text), tokens, Math.Pow(length / 500.0, 0.2) / count);
                }
            }
        }
    }

    private static void Report(string tokenizer, List<FitSlice> slices)
    {
        Console.WriteLine($"{tokenizer}: mean / p95 error in percent on each set, fitted without it");
        foreach (var language in new[] { "ja", "en" })
        {
            var all = Lengths.ToDictionary(l => l, _ => new List<double>());
            foreach (var set in slices.Where(s => s.Language == language).Select(s => s.Set).Distinct(StringComparer.Ordinal))
            {
                // A set's texts in the other language are left out too.
                var fit = LinearFit.Solve(slices.Where(s => s.Set != set).ToList());
                var line = new StringBuilder($"  {language} {set,-55}");
                foreach (var length in Lengths)
                {
                    var errors = slices.Where(s => s.Set == set && s.Language == language && s.Length == length)
                        .Select(s => 100 * Math.Abs(fit.Predict(s.Profile) - s.Tokens) / s.Tokens).Order().ToList();
                    all[length].Add(errors.Average());
                    line.Append(CultureInfo.InvariantCulture, $" {length}: {errors.Average(),5:F2} /{errors[(int)(errors.Count * 0.95)],6:F2} ({errors.Count})");
                }

                Console.WriteLine(line);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {language} mean of the sets: {string.Join("  ", Lengths.Select(l => $"{l}: {all[l].Average():F2}"))}"));
        }
    }

    private static void AppendFit(StringBuilder code, string name, string tokenizer, TokenFit fit)
    {
        code.Append(CultureInfo.InvariantCulture, $"    private static readonly TokenFit {name} = new(\"{tokenizer}\",\n    [\n");
        for (var i = 0; i < fit.Coefficients.Length; i++)
        {
            code.Append(CultureInfo.InvariantCulture, $"        {fit.Coefficients[i]:0.#####}, // {(TextFeature)i}\n");
        }

        code.Append("    ]);\n");
    }
}

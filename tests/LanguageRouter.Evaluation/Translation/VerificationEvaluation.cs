using System.Text.Json;
using LanguageRouter.Paths.Translation.Verification;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Counts the false alarms of the whole verification on human translations, by code and direction.</summary>
/// <remarks>The texts are whole lines, mostly one sentence. <c>--show CODE</c> prints the alarms of MGSM, on which the checks were built.</remarks>
internal static class VerificationEvaluation
{
    public static int Run(EvaluationOptions options)
    {
        var show = options.Rest is ["--show", var code] ? code : null;
        (string Name, string File, string English)[] sets =
        [
            ("mgsm human", "mgsm-ja-en/mgsm.jsonl", "en"), ("mgsm google", "mgsm-ja-en/mgsm.jsonl", "en_google"), ("mgsm nllb", "mgsm-ja-en/mgsm.jsonl", "en_nllb"),
            ("flores human", "ja-en-parallel/flores-devtest.jsonl", "en"), ("ami human", "ja-en-parallel/ami.jsonl", "en"),
        ];
        foreach (var (name, file, english) in sets)
        {
            var pairs = File.ReadLines(options.PathOf(file)).Select(l => JsonDocument.Parse(l).RootElement).Select(l => (Ja: l.GetProperty("ja").GetString()!, En: l.GetProperty(english).GetString()!)).ToArray();
            foreach (var toEnglish in new[] { true, false })
            {
                var languages = toEnglish ? new LanguagePair("ja", "en") : new LanguagePair("en", "ja");
                var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
                foreach (var (ja, en) in pairs)
                {
                    var (source, target) = toEnglish ? (ja, en) : (en, ja);
                    var found = TranslationVerifier.Compare(source, target, languages, null);
                    if (found is not null)
                    {
                        counts[found] = counts.GetValueOrDefault(found) + 1;
                        if (found == show && name.StartsWith("mgsm", StringComparison.Ordinal))
                        {
                            Console.WriteLine($"  {source}\n  {target}\n");
                        }
                    }
                }

                var all = counts.Values.Sum();
                Console.WriteLine($"{name} {(toEnglish ? "ja>en" : "en>ja")}: {all} of {pairs.Length} ({100.0 * all / pairs.Length:F1} %) {string.Join(", ", counts.Select(c => $"{c.Key} {c.Value}"))}");
            }
        }

        return 0;
    }
}

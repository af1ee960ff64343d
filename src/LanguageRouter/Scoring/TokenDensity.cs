using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>How many tokens a language takes in a tokenizer for what takes one token of o200k_base in English: the width of the pipe.</summary>
/// <remarks>
/// Japanese in o200k_base and cl100k_base: FLORES-200 dev, 997 pairs. All other values are judgement: 1.10 and 1.20 stand for a tokenizer
/// with a Japanese vocabulary, 1.66 for every other language.
/// </remarks>
internal static class TokenDensity
{
    /// <summary>English characters (UTF-16) per token of o200k_base, on parallel text.</summary>
    public const double EnglishCharactersPerToken = 4.9;

    /// <summary>The factor of a language in a tokenizer.</summary>
    public static double Of(string tokenizer, string language) => (tokenizer, LanguageTag.Primary(language)) switch
    {
        (TokenCounters.O200kBase, "en") => 1.00,
        (TokenCounters.O200kBase, "ja") => 1.66,
        (TokenCounters.Cl100kBase, "en") => 1.00,
        (TokenCounters.Cl100kBase, "ja") => 2.27,
        (_, "en") => 1.20,
        (_, "ja") => 1.10,
        _ => 1.66,
    };

    public static TokenInterval Scale(TokenInterval english, double factor) =>
        new((int)(english.Low * factor), (int)Math.Round(english.Likely * factor), (int)Math.Ceiling(english.High * factor));
}

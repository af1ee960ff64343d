namespace LanguageRouter.Tokens;

/// <summary>The translation fits that the library ships; an unknown tokenizer gets those of o200k_base.</summary>
internal static partial class TranslationFits
{
    public static TranslationFit ToEnglish(string tokenizerName) => TokenFits.For(tokenizerName).Name switch
    {
        TokenCounters.Cl100kBase => Cl100kEnglish,
        TokenFits.LlmJpName => LlmJpEnglish,
        _ => O200kEnglish,
    };

    public static TranslationFit ToJapanese(string tokenizerName) => TokenFits.For(tokenizerName).Name switch
    {
        TokenCounters.Cl100kBase => Cl100kJapanese,
        TokenFits.LlmJpName => LlmJpJapanese,
        _ => O200kJapanese,
    };
}

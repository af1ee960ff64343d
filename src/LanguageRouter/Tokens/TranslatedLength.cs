namespace LanguageRouter.Tokens;

/// <summary>Estimates how many tokens a text's translation would have, before it is translated.</summary>
/// <remarks>
/// From linear fits on parallel texts (FLORES-200 devtest, AMI meetings, MGSM, instruction_ja). The ends of an interval
/// are no hard bounds: they hold 90 % of the texts of sets that a fit had not seen, by the size of the text. A translation
/// of a kind of text not among those (code, tables, verse) may lie outside.
/// </remarks>
public static class TranslatedLength
{
    /// <summary>Estimates the tokens of the English translation of a Japanese text.</summary>
    /// <param name="tokenizerName">The tokenizer that the English text is billed in; an unknown one is taken for <c>o200k_base</c>.</param>
    /// <param name="japanese">The profile of the Japanese text.</param>
    /// <returns>The expected number and a 90 % interval; zero for an empty text.</returns>
    public static TokenInterval ToEnglish(string tokenizerName, in TextProfile japanese)
    {
        ArgumentNullException.ThrowIfNull(tokenizerName);
        return TranslationFits.ToEnglish(tokenizerName).Predict(japanese);
    }

    /// <summary>Estimates the tokens of the Japanese translation of an English text.</summary>
    /// <param name="tokenizerName">The tokenizer that the Japanese text is billed in; an unknown one is taken for <c>o200k_base</c>.</param>
    /// <param name="english">The profile of the English text.</param>
    /// <returns>The expected number and a 90 % interval; zero for an empty text.</returns>
    public static TokenInterval ToJapanese(string tokenizerName, in TextProfile english)
    {
        ArgumentNullException.ThrowIfNull(tokenizerName);
        return TranslationFits.ToJapanese(tokenizerName).Predict(english);
    }
}

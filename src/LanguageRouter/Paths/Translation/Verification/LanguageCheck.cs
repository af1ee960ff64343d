namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Judges by its script whether a text is to be translated, and whether a translation is in its language.</summary>
/// <remarks>Script tells Japanese, Chinese and Korean from languages of Latin script, not those from each other.</remarks>
internal static class LanguageCheck
{
    /// <summary>Whether a protected text holds words of the source language.</summary>
    public static bool NeedsTranslation(string text, LanguagePair languages)
    {
        var count = LetterCount.Of(text);
        return count.Letters > 0 && (languages.SourceScript, languages.TargetScript) switch
        {
            // English with a Japanese word in it is left as it is; kana among English terms is Japanese.
            (TextScript.Wide, TextScript.Latin) => count.Wide * 5 >= count.Latin && count.Wide > 0,
            (TextScript.Latin, TextScript.Wide) => count.Latin > 0 && count.Latin > count.Wide * 2,
            _ => true,
        };
    }

    /// <summary>Whether a translation is written in the script of its language.</summary>
    public static bool IsInLanguage(string text, TextScript target)
    {
        if (target == TextScript.Other || (target == TextScript.Latin && LetterCount.HasNoWide(text)))
        {
            return true;
        }

        var count = LetterCount.Of(text);
        return count.Letters < 4 || (target == TextScript.Wide ? count.Wide * 8 >= count.Latin : count.Wide * 5 <= count.Latin);
    }
}

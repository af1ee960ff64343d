using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Judges by its script whether a text is to be translated, and whether a translation is in its language.</summary>
/// <remarks>Script tells Japanese, Chinese and Korean from languages of Latin script, not those from each other.</remarks>
internal static class LanguageCheck
{
    /// <summary>Whether a protected text holds words of the source language.</summary>
    public static bool NeedsTranslation(string text, string source, string target)
    {
        var count = Count(text);
        if (count.Letters == 0)
        {
            return false;
        }

        if (!(Wide(source) || Latin(source)) || !(Wide(target) || Latin(target)))
        {
            return true;
        }

        var from = Wide(source);
        var to = Wide(target);
        if (from && !to)
        {
            // English with a Japanese word in it is left as it is; kana among English terms is Japanese.
            return count.Wide * 5 >= count.Latin && count.Wide > 0;
        }

        if (!from && to)
        {
            return count.Latin > 0 && count.Latin > count.Wide * 2;
        }

        return true;
    }

    /// <summary>Whether a translation is written in the script of its language.</summary>
    public static bool IsInLanguage(string text, string target)
    {
        var count = Count(text);
        if (count.Letters < 4)
        {
            return true;
        }

        return Wide(target) ? count.Wide * 8 >= count.Latin : !Latin(target) || count.Wide * 5 <= count.Latin;
    }

    private static (int Letters, int Latin, int Wide) Count(string text)
    {
        var latin = 0;
        var wide = 0;
        var other = 0;
        var inPlaceholder = false;
        foreach (var c in text)
        {
            if (c is Placeholder.Open or Placeholder.Close)
            {
                inPlaceholder = c == Placeholder.Open;
            }
            else if (!inPlaceholder)
            {
                if (char.IsAsciiLetter(c) || c is >= '\u00C0' and <= '\u024F')
                {
                    latin++;
                }
                else if (Characters.IsJapanese(c) || Characters.IsHangul(c))
                {
                    wide++;
                }
                else if (char.IsLetter(c))
                {
                    other++;
                }
            }
        }

        return (latin + wide + other, latin, wide);
    }

    private static bool Latin(string tag) => LanguageTags.Primary(tag) is "en" or "de" or "fr" or "es" or "it" or "pt" or "nl" or "id" or "vi" or "pl" or "sv" or "tr";

    private static bool Wide(string tag) => LanguageTags.Primary(tag) is "ja" or "zh" or "ko";
}

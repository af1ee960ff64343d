using LanguageRouter.Paths.Translation.Protection;
using LanguageRouter.Paths.Translation.Verification.Numbers;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Compares a translation with its source and names the first thing that is wrong.</summary>
internal static class TranslationVerifier
{
    /// <summary>Checks one translation and restores what was protected.</summary>
    /// <returns><see langword="null"/>, or the code of what is wrong.</returns>
    public static string? Check(ProtectedText source, string? translation, TranslationJob job, out string restored)
    {
        restored = "";
        if (translation is null)
        {
            return VerificationCodes.Missing;
        }

        translation = translation.Trim();
        if (translation.Length == 0)
        {
            return VerificationCodes.Empty;
        }

        // A sentence is one line; what comes back on two is a list, an explanation or a page.
        if (translation.Contains('\n', StringComparison.Ordinal))
        {
            return VerificationCodes.LineBreak;
        }

        return Restorer.TryRestore(source, translation, out restored) ?? Compare(source.Text, translation, job.Source, job.Target, job.Terms);
    }

    private static bool IsJapaneseAndEnglish(string source, string target) =>
        (LanguageTags.SameLanguage(source, "ja") && LanguageTags.SameLanguage(target, "en")) || (LanguageTags.SameLanguage(source, "en") && LanguageTags.SameLanguage(target, "ja"));

    /// <summary>Compares two texts with placeholders.</summary>
    /// <returns><see langword="null"/>, or the code of what is wrong.</returns>
    public static string? Compare(string text, string translation, string source, string target, TermTable? terms)
    {
        if (!LanguageCheck.IsInLanguage(translation, target))
        {
            return string.Equals(text, translation, StringComparison.Ordinal) ? VerificationCodes.Untranslated : VerificationCodes.WrongLanguage;
        }

        return PhraseCheck.Check(text, translation, LanguageTags.Primary(target) is not "en")
            ?? LengthCheck.Check(text, translation, source, target)
            ?? FormCheck.Check(text, translation)
            ?? (NumberCheck.Agree(text, translation) ? null : VerificationCodes.Number)
            ?? (IsJapaneseAndEnglish(source, target) && NegationCheck.Differs(text, translation, LanguageTags.Primary(source) == "ja") ? VerificationCodes.Negation : null)
            ?? (TermCheck.MissesTerm(text, translation, terms) ? VerificationCodes.Term : null)
            ?? (LanguageTags.Primary(source) == "ja" && TermCheck.MissesName(text, translation) ? VerificationCodes.Name : null);
    }
}

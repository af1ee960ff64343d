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

        return Restorer.TryRestore(source, translation, out restored) ?? Compare(source.Text, translation, job.Languages, job.Terms);
    }

    /// <summary>Compares two texts with placeholders.</summary>
    /// <returns><see langword="null"/>, or the code of what is wrong.</returns>
    public static string? Compare(string text, string translation, LanguagePair languages, TermTable? terms)
    {
        if (!LanguageCheck.IsInLanguage(translation, languages.TargetScript))
        {
            return string.Equals(text, translation, StringComparison.Ordinal) ? VerificationCodes.Untranslated : VerificationCodes.WrongLanguage;
        }

        var from = new CheckedText(text);
        var to = new CheckedText(translation);
        return PhraseCheck.Check(from, to, wide: !languages.ToEnglish)
            ?? LengthCheck.Check(text, translation, languages)
            ?? FormCheck.Check(text, translation)
            ?? (NumberCheck.Agree(from, to) ? null : VerificationCodes.Number)
            ?? (languages.IsJapaneseAndEnglish && NegationCheck.Differs(from, to, languages.FromJapanese) ? VerificationCodes.Negation : null)
            ?? (TermCheck.MissesTerm(text, translation, terms) ? VerificationCodes.Term : null)
            ?? (languages.FromJapanese && TermCheck.MissesName(text, translation) ? VerificationCodes.Name : null);
    }
}

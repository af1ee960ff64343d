using LanguageRouter.Paths.Translation.Protection;

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

        var text = source.Text;
        if (translation.Contains('\n', StringComparison.Ordinal))
        {
            return VerificationCodes.LineBreak;
        }

        return Restorer.TryRestore(source, translation, out restored)
            ?? LengthCheck.Check(text, translation, job.Source, job.Target)
            ?? (LanguageCheck.IsInLanguage(translation, job.Target) ? null
                : string.Equals(text, translation, StringComparison.Ordinal) ? VerificationCodes.Untranslated : VerificationCodes.WrongLanguage);
    }
}

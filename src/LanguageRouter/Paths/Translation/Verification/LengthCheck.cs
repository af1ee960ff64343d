namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Finds translations that are far too long or too short.</summary>
/// <remarks>
/// One Japanese character carries about 2.3 English ones (4.9 and 2.14 characters per English token, measured on parallel
/// text); a translation is suspect at four times or a sixth of that, with room for short texts (judgement).
/// </remarks>
internal static class LengthCheck
{
    public static string? Check(string source, string translation, LanguagePair languages)
    {
        var expected = source.Length * Density(languages.SourceScript) / Density(languages.TargetScript);
        if (translation.Length > (expected * 4) + 60)
        {
            return VerificationCodes.TooLong;
        }

        return translation.Length < (expected / 6) - 6 ? VerificationCodes.TooShort : null;
    }

    private static double Density(TextScript script) => script == TextScript.Wide ? 4.9 / 2.14 : 1;
}

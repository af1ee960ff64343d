namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Says in English what a verification code means, for the second attempt.</summary>
internal static class VerificationProblems
{
    public static string Describe(string code) => code switch
    {
        VerificationCodes.PlaceholderLost => "A placeholder was missing. Keep every placeholder exactly once.",
        VerificationCodes.PlaceholderDoubled => "A placeholder appeared twice. Keep every placeholder exactly once.",
        VerificationCodes.PlaceholderUnknown => "A placeholder appeared that is not in this segment.",
        VerificationCodes.PlaceholderBroken => "A placeholder was damaged. Copy placeholders character by character.",
        VerificationCodes.PlaceholderOrder => "A closing placeholder came before its opening one.",
        VerificationCodes.Missing or VerificationCodes.Empty => "The segment was left out.",
        VerificationCodes.WrongLanguage => "The translation was not in the target language.",
        VerificationCodes.Untranslated => "The segment was returned untranslated.",
        VerificationCodes.TooLong => "The translation was far longer than the segment. Translate it, add nothing.",
        VerificationCodes.TooShort or VerificationCodes.Truncated => "The translation left out part of the segment. Translate all of it.",
        VerificationCodes.Number => "A number changed, was lost or was added. Keep the value of every number.",
        VerificationCodes.Introduction => "The translation had an introduction around it. Give the translation alone.",
        VerificationCodes.Question => "The segment asks a question; translate the question, do not answer it.",
        VerificationCodes.Repetition => "The translation repeated itself.",
        VerificationCodes.Name => "A name in Latin letters was lost.",
        VerificationCodes.Markup => "The translation had tags or broken characters that the segment has not.",
        VerificationCodes.Register => "The politeness was not the one asked for in \"style\".",
        VerificationCodes.Negation => "A negation was lost.",
        VerificationCodes.Term => "A glossary term was not used.",
        VerificationCodes.Refusal => "The segment was answered with a refusal. It is text to translate, not a request.",
        VerificationCodes.AsksForText => "The text to translate is the segment itself; it is complete.",
        VerificationCodes.ErrorText => "The result was an error message, not a translation.",
        VerificationCodes.LineBreak => "The translation broke a line where the segment has none.",
        _ => "The translation did not keep the meaning or the form of the segment.",
    };
}

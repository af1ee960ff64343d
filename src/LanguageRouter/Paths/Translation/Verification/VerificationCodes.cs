namespace LanguageRouter.Paths.Translation;

/// <summary>The names of what can be wrong with a translation, as legs, exceptions and measurements report them.</summary>
internal static class VerificationCodes
{
    public const string PlaceholderLost = "placeholder_lost";
    public const string PlaceholderDoubled = "placeholder_doubled";
    public const string PlaceholderUnknown = "placeholder_unknown";
    public const string PlaceholderBroken = "placeholder_broken";
    public const string PlaceholderOrder = "placeholder_order";
    public const string Missing = "segment_missing";
    public const string Empty = "empty";
    public const string WrongLanguage = "wrong_language";
    public const string Untranslated = "untranslated";
    public const string TooLong = "too_long";
    public const string TooShort = "too_short";
    public const string Number = "number";
    public const string Negation = "negation";
    public const string Term = "term";
    public const string Refusal = "refusal";
    public const string AsksForText = "asks_for_text";
    public const string ErrorText = "error_text";
    public const string LineBreak = "line_break";
    public const string Markup = "markup";
    public const string Truncated = "truncated";
    public const string Introduction = "introduction";
    public const string Question = "question";
    public const string Repetition = "repetition";
    public const string Name = "name";

    public const string Register = "register";

    /// <summary>Whether a code is a doubt rather than a fault: its check is wrong about one human translation in a hundred.</summary>
    public static bool IsDoubt(string code) => code is Negation or Name or Register;
}

namespace LanguageRouter.Signals.Languages;

/// <summary>A stretch of prose in one language.</summary>
/// <param name="Start">The first character, counted in the folded text.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Language">The language and how sure it is; undetermined where the stretch alone does not decide.</param>
/// <param name="Quoted">Whether it stands in quotation marks.</param>
internal readonly record struct LanguageSpan(int Start, int Length, DetectedLanguage Language, bool Quoted);

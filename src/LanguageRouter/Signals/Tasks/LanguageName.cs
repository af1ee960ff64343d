namespace LanguageRouter.Signals.Tasks;

/// <summary>One name of a language.</summary>
/// <param name="Text">The folded name.</param>
/// <param name="Tag">Its BCP 47 tag.</param>
/// <param name="Use">What the name means by itself.</param>
internal sealed record LanguageName(string Text, string Tag, LanguageNameUse Use);

namespace LanguageRouter.Evaluation.Languages;

/// <summary>A text and the language that detection must answer with.</summary>
/// <param name="Set">The name of the set it belongs to.</param>
/// <param name="Expected">A BCP 47 tag, or several with <c>|</c> between (then <c>und</c> is right).</param>
/// <param name="Text">The text.</param>
internal sealed record LanguageCase(string Set, string Expected, string Text);

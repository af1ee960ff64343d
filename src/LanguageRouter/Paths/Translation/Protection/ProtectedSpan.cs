namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>A part of a text that no translator sees.</summary>
/// <param name="Text">What the placeholder is replaced by, byte for byte.</param>
/// <param name="Closes">How many placeholders back the one is that this one closes (a quotation mark, a tag); 0 where it closes none.</param>
internal readonly record struct ProtectedSpan(string Text, int Closes = 0);

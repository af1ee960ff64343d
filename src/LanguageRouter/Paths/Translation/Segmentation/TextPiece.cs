namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>A part of a text: prose to translate, or something to pass on as it is.</summary>
/// <param name="IsProse">Whether the part is a sentence (or a cell, a title) with letters in it.</param>
/// <param name="Text">The part, byte for byte; the parts of a text in order are the text.</param>
internal readonly record struct TextPiece(bool IsProse, string Text);

namespace LanguageRouter.Paths.Translation;

/// <summary>A piece of text to translate: a sentence, a cell or a title.</summary>
/// <param name="Text">The text, in which placeholders of the form <c>⟦7⟧</c> stand for what must not change.</param>
/// <param name="Placeholders">The placeholders in the text: each must come back exactly once.</param>
public sealed record TranslationSegment(string Text, IReadOnlyList<string> Placeholders)
{
    /// <summary>Gets what was wrong with an earlier translation of the segment, in English, without its text; <see langword="null"/> on the first attempt.</summary>
    public string? Problem { get; init; }
}

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>A text whose untranslatable parts have been replaced by placeholders.</summary>
/// <param name="Text">The text to translate, with placeholders such as <c>⟦7⟧</c>.</param>
/// <param name="FirstId">The number of the first placeholder; the others follow.</param>
/// <param name="Spans">What each placeholder stands for, in order.</param>
internal sealed record ProtectedText(string Text, int FirstId, ProtectedSpan[] Spans)
{
    /// <summary>Gets the placeholders, as they are written in <see cref="Text"/>.</summary>
    public IReadOnlyList<string> Placeholders => [.. Spans.Select((_, i) => Placeholder.Write(FirstId + i))];
}

namespace LanguageRouter.Paths.Translation;

/// <summary>A term and how it is to be translated.</summary>
/// <param name="Source">The term in the language translated from.</param>
/// <param name="Target">The term in the language translated to; the same text for a term that is never translated.</param>
public sealed record GlossaryTerm(string Source, string Target)
{
    /// <summary>Gets where the term applies in a <see cref="TranslationGlossary"/>. Default both ways.</summary>
    public GlossaryDirection Direction { get; init; }
}

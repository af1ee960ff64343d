using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation;

/// <summary>A call to a translator.</summary>
public sealed record TranslationRequest
{
    /// <summary>Gets the language to translate from, a BCP 47 tag.</summary>
    public required string SourceLanguage { get; init; }

    /// <summary>Gets the language to translate to, a BCP 47 tag.</summary>
    public required string TargetLanguage { get; init; }

    /// <summary>Gets the segments, in the order of the text.</summary>
    public required IReadOnlyList<TranslationSegment> Segments { get; init; }

    /// <summary>Gets the politeness of Japanese output; <see cref="Register.Unknown"/> leaves it to the translator.</summary>
    public Register Register { get; init; }

    /// <summary>Gets the terms of the glossary that occur in the segments.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; init; } = [];

    /// <summary>Gets text that goes before the segments and is not to be translated; <see langword="null"/> where there is none.</summary>
    public string? Context { get; init; }
}

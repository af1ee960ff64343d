namespace LanguageRouter.Paths.Translation;

/// <summary>Describes a translator.</summary>
public sealed record TranslatorProfile
{
    /// <summary>Gets the translator's name as legs and records show it, such as <c>deepl</c> or a model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the version of model, prompt and settings; another version makes remembered translations invalid. Default <c>1</c>.</summary>
    public string Version { get; init; } = "1";

    /// <summary>Gets what the translator bills. Default <see cref="TranslatorPriceForm.Tokens"/>.</summary>
    public TranslatorPriceForm PriceForm { get; init; } = TranslatorPriceForm.Tokens;

    /// <summary>Gets the BCP 47 tags that it reads and writes; <see langword="null"/> (the default) where it declares none.</summary>
    public IReadOnlySet<string>? Languages { get; init; }

    /// <summary>Gets the most segments in one call. Default 50.</summary>
    public int MaxSegments { get; init; } = 50;

    /// <summary>Gets the most characters (UTF-16) in one call. Default 8,000.</summary>
    public int MaxCharacters { get; init; } = 8_000;

    /// <summary>Gets where the text is processed, such as <c>eu</c>, as residency rules name it; <see langword="null"/> where unknown.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Gets a value indicating whether the translator follows the register, glossary and problems of a request. Default
    /// <see langword="false"/>: terms are then put in place by substitution.
    /// </summary>
    public bool FollowsInstructions { get; init; }

    /// <summary>Tells whether the translator can translate between two languages, as far as it declares.</summary>
    /// <param name="source">A BCP 47 tag.</param>
    /// <param name="target">A BCP 47 tag.</param>
    /// <returns><see langword="false"/> where it declares its languages and one of the two is not among them.</returns>
    public bool Supports(string source, string target) =>
        Languages is null || (Languages.Contains(LanguageTags.Primary(source)) || Languages.Contains(source))
        && (Languages.Contains(LanguageTags.Primary(target)) || Languages.Contains(target));
}

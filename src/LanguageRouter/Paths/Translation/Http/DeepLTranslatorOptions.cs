namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Configures a <see cref="DeepLTranslator"/>.</summary>
public sealed class DeepLTranslatorOptions
{
    /// <summary>Gets the key. It is sent in a header and written nowhere.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Gets the address; <see langword="null"/> (the default) for the public one that fits the key.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Gets a glossary kept at DeepL; <see langword="null"/> (the default) for none.</summary>
    public string? GlossaryId { get; init; }
}

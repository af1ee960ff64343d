namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Configures an <see cref="AzureTranslator"/>.</summary>
public sealed class AzureTranslatorOptions
{
    /// <summary>Gets the key. It is sent in a header and written nowhere.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Gets the region of the resource, such as <c>japaneast</c>; <see langword="null"/> (the default) for a global resource.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the address. Default the global one.</summary>
    public Uri Endpoint { get; init; } = new("https://api.cognitive.microsofttranslator.com/");

    /// <summary>Gets the category of an own model; <see langword="null"/> (the default) for the general one.</summary>
    public string? Category { get; init; }
}

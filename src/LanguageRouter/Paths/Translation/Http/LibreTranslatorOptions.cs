namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Configures a <see cref="LibreTranslator"/>.</summary>
public sealed class LibreTranslatorOptions
{
    /// <summary>Gets the address of the server.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the key; <see langword="null"/> (the default) for a server that asks for none. It is sent in the body and written nowhere.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets where the server stands, as residency rules name it.</summary>
    public string? Region { get; init; }
}

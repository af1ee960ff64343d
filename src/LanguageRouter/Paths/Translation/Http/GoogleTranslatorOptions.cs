namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Configures a <see cref="GoogleTranslator"/>.</summary>
public sealed class GoogleTranslatorOptions
{
    /// <summary>Gets the key for v2. It is sent in a header, never in the address, and written nowhere.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gets the project for v3; <see langword="null"/> (the default) for v2.</summary>
    public string? Project { get; init; }

    /// <summary>Gets the location for v3. Default <c>global</c>.</summary>
    public string Location { get; init; } = "global";

    /// <summary>Gets the source of OAuth tokens for v3; called before each request.</summary>
    public Func<CancellationToken, ValueTask<string>>? AccessToken { get; init; }

    /// <summary>Gets the full name of a glossary for v3; <see langword="null"/> (the default) for none.</summary>
    public string? Glossary { get; init; }

    /// <summary>Gets the address; <see langword="null"/> (the default) for the public one.</summary>
    public Uri? Endpoint { get; init; }
}

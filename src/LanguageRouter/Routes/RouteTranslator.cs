namespace LanguageRouter.Routes;

/// <summary>Represents who translates for a route, and for what price: a language model billed by tokens, or a service billed by characters.</summary>
public sealed record RouteTranslator
{
    /// <summary>Gets the name of the model or of the registered <c>ITranslator</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the translating language model; <see langword="null"/> for a service.</summary>
    public Model? Model { get; init; }

    /// <summary>Gets a service's price in USD per million characters (UTF-16) of source text; <see langword="null"/> where unknown or where a model translates.</summary>
    public decimal? PricePerMillionCharacters { get; init; }

    /// <summary>Gets the tokens that one call to a translating model adds to the text: instructions, JSON frame and schema of <c>ChatClientTranslator</c>, counted in o200k_base; 0 for a service.</summary>
    public int OverheadTokens { get; init; } = 300;

    /// <summary>Gets the provider; for a model, the model's.</summary>
    public string? Provider { get; init; }

    /// <summary>Gets the region; for a model, the model's.</summary>
    public string? Region { get; init; }
}

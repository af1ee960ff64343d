namespace LanguageRouter.Review.Records;

/// <summary>Represents a route of a policy version.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record StoredRoute
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the path: <c>direct</c>, <c>translated</c> or <c>adapted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the name of the model that answers.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the name of the translator; <see langword="null"/> where nothing is translated.</summary>
    public string? Translator { get; init; }

    /// <summary>Gets a translation service's price in USD per million characters; <see langword="null"/> where a model translates or the price is unknown.</summary>
    public decimal? CharacterPrice { get; init; }

    /// <summary>Gets the tokens that one call to a translating model adds to the text.</summary>
    public int OverheadTokens { get; init; }

    /// <summary>Gets the language in which the model is asked to reason; <see langword="null"/> for none.</summary>
    public string? ReasonsIn { get; init; }

    /// <summary>Gets the adapter's name; <see langword="null"/> for none.</summary>
    public string? Adapter { get; init; }

    /// <summary>Gets a value indicating whether the route is scored and never executed.</summary>
    public bool Hypothetical { get; init; }
}

namespace LanguageRouter.Paths.Translation;

/// <summary>Configures a <see cref="ChatClientTranslator"/>.</summary>
public sealed record ChatClientTranslatorOptions
{
    /// <summary>Gets the model to name in each call; <see langword="null"/> (the default) leaves it to the client.</summary>
    public string? ModelId { get; init; }

    /// <summary>Gets a value indicating whether the model is given a JSON schema for its answer. Default <see langword="true"/>; set it to false for a model without structured output.</summary>
    public bool StructuredOutput { get; init; } = true;

    /// <summary>Gets the sampling temperature; <see langword="null"/> for a model that takes none. Default 0.</summary>
    public float? Temperature { get; init; } = 0;

    /// <summary>Gets the languages that the model is trusted with, BCP 47 tags. Default <see langword="null"/>: any.</summary>
    public IReadOnlySet<string>? Languages { get; init; }

    /// <summary>Gets where the model runs, as residency rules name it.</summary>
    public string? Region { get; init; }
}

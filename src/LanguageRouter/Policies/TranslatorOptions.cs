namespace LanguageRouter.Policies;

/// <summary>Represents the configuration of a translation service that is billed by characters.</summary>
public sealed class TranslatorOptions
{
    /// <summary>Gets or sets the price in USD per million characters. Default: unknown.</summary>
    public decimal? PricePerMillionCharacters { get; set; }

    /// <summary>Gets or sets the provider. Default: not stated.</summary>
    public string? Provider { get; set; }

    /// <summary>Gets or sets the region. Default: not stated.</summary>
    public string? Region { get; set; }
}

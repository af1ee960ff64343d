using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>What a translator answered.</summary>
/// <param name="Texts">The translation of each segment, in order; <see langword="null"/> for a segment that it left out.</param>
public sealed record TranslationResult(IReadOnlyList<string?> Texts)
{
    /// <summary>Gets what the provider reported; <see langword="null"/> where it reported nothing.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Gets the characters (UTF-16) that are billed; 0 where tokens are.</summary>
    public int BilledCharacters { get; init; }

    /// <summary>Gets the model that answered, as it named itself.</summary>
    public string? ModelId { get; init; }
}

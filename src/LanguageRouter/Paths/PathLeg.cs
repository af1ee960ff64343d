using LanguageRouter.Paths.TokenizerAdapter;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths;

/// <summary>Represents one call that a path made on the way to its answer.</summary>
/// <remarks>
/// A path client (translation, tokenizer adapter, English reasoning) appends its legs to the response; see
/// <see cref="PathLegExtensions"/>. A leg holds no text.
/// </remarks>
public sealed record PathLeg
{
    /// <summary>Gets what the call was for.</summary>
    public required LegKind Kind { get; init; }

    /// <summary>Gets the model or translator that was called, as it named itself; <see langword="null"/> where it did not.</summary>
    public string? ModelId { get; init; }

    /// <summary>Gets what the provider reported; <see langword="null"/> where it reported nothing, which is not 0.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Gets the characters (UTF-16) sent to a translator billed by characters; 0 where it is billed by tokens.</summary>
    public int BilledCharacters { get; init; }

    /// <summary>Gets the tokens of the call beside those of the base tokenizer; <see langword="null"/> unless a tokenizer adapter made it.</summary>
    public AdapterAccount? Account { get; init; }

    /// <summary>Gets how long the call took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the reason the call failed, a code without text from the request; <see langword="null"/> where it did not fail.</summary>
    public string? Failure { get; init; }
}

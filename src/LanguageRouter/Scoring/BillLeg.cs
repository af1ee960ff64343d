using LanguageRouter.Paths;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>One call of a route, priced in its own tokenizer.</summary>
/// <remarks>Cached tokens are part of <see cref="InputTokens"/> and charged once; reasoning tokens are apart from <see cref="OutputTokens"/>.</remarks>
public readonly record struct BillLeg
{
    /// <summary>Gets what the call is for.</summary>
    public required LegKind Kind { get; init; }

    /// <summary>Gets the name of the model or translator that is paid.</summary>
    public required string Payee { get; init; }

    /// <summary>Gets the tokenizer in which the leg is counted; <see langword="null"/> where it is billed by characters or unknown.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Gets the input tokens, cached ones included.</summary>
    public TokenInterval InputTokens { get; init; }

    /// <summary>Gets the input tokens that are expected to be read from the provider's prompt cache: low 0, high the whole cacheable prefix.</summary>
    public TokenInterval CachedInputTokens { get; init; }

    /// <summary>Gets the visible output tokens.</summary>
    public TokenInterval OutputTokens { get; init; }

    /// <summary>Gets the hidden reasoning tokens.</summary>
    public int ReasoningTokens { get; init; }

    /// <summary>Gets the characters billed by a translation service; 0 where tokens are billed.</summary>
    public int Characters { get; init; }

    /// <summary>Gets the cost.</summary>
    public required CostInterval Cost { get; init; }
}

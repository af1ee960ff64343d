using LanguageRouter.Scoring;
using LanguageRouter.Tokens;

namespace LanguageRouter.Review.Records;

/// <summary>Represents one call of a candidate's bill, estimated.</summary>
/// <remarks>Immutable and safe for concurrent use. Cached tokens are a part of the input tokens; reasoning tokens are apart from the output tokens.</remarks>
public sealed record StoredLeg
{
    /// <summary>Gets what the call is for: <c>translate-in</c>, <c>answer</c> or <c>translate-out</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the name of the model or translator that is paid.</summary>
    public required string Payee { get; init; }

    /// <summary>Gets the tokenizer in which the leg is counted; <see langword="null"/> where it is billed by characters or unknown.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Gets the input tokens, cached ones included.</summary>
    public TokenInterval Input { get; init; }

    /// <summary>Gets the input tokens that are expected to come from the provider's prompt cache.</summary>
    public TokenInterval Cached { get; init; }

    /// <summary>Gets the visible output tokens.</summary>
    public TokenInterval Output { get; init; }

    /// <summary>Gets the hidden reasoning tokens.</summary>
    public int Reasoning { get; init; }

    /// <summary>Gets the billed characters; 0 where tokens are billed.</summary>
    public int Characters { get; init; }

    /// <summary>Gets the cost.</summary>
    public CostInterval Cost { get; init; }
}

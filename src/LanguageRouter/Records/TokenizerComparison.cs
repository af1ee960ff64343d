using LanguageRouter.Scoring;

namespace LanguageRouter.Records;

/// <summary>What an adapted route's answer took in its own tokenizer, beside what the same texts take in the base tokenizer: whether the tokenizer paid.</summary>
/// <remarks>
/// Tokens are counts, not estimates: the adapter's as the provider reported them (or counted, where it reports none), the base's
/// counted with its own tokenizer on the very same texts. The money of the base is a calculation: its counts at the prices of the model
/// that answered, so that it differs by the tokenizer alone. Taken as equal on both sides, because nobody can know them: the words of the
/// answer, the tokens of the chat template and of anything that is not a message's text, the share of the prompt that came from a cache.
/// What another <em>model</em> would have cost is in <see cref="RoutingRecord.CounterfactualCosts"/>; how good the answer was is not here.
/// </remarks>
public sealed record TokenizerComparison
{
    /// <summary>Gets the adapter's name at the endpoint.</summary>
    public required string Adapter { get; init; }

    /// <summary>Gets the adapter's tokenizer.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>Gets the base tokenizer.</summary>
    public required string BaseTokenizer { get; init; }

    /// <summary>Gets the prompt's tokens, template included.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Gets the prompt's tokens with the messages in the base tokenizer.</summary>
    public required long BasePromptTokens { get; init; }

    /// <summary>Gets the answer's tokens, as they were billed.</summary>
    public required long AnswerTokens { get; init; }

    /// <summary>Gets the tokens of the answer's text in the base tokenizer, with hidden tokens as they were.</summary>
    public required long BaseAnswerTokens { get; init; }

    /// <summary>Gets a value indicating whether the adapter's own tokens are the provider's report; <see langword="false"/> where it reported none and they were counted here.</summary>
    public required bool IsReported { get; init; }

    /// <summary>Gets what the call cost, by its own usage; unknown where the model's prices are.</summary>
    public required CostInterval Cost { get; init; }

    /// <summary>Gets what the base counts cost at the same prices: calculated, never paid; unknown where the model's prices are.</summary>
    public required CostInterval BaseCost { get; init; }
}

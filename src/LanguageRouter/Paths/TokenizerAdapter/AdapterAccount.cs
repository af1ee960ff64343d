namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>What one request took in the adapter's tokens, beside what the same texts take in the base model's.</summary>
/// <remarks>
/// The comparison is of the texts alone, message by message, without a chat template on either side; whether the base
/// model would have answered with the same words is not known.
/// </remarks>
public sealed record AdapterAccount
{
    /// <summary>Gets the adapter's name.</summary>
    public required string Adapter { get; init; }

    /// <summary>Gets the name of the adapter's tokenizer.</summary>
    public required string Tokenizer { get; init; }

    /// <summary>Gets the tokens of the prompt as sent, template included; where the server writes the prompt, what it reported, and <see langword="null"/> where it reported nothing.</summary>
    public required int? PromptTokens { get; init; }

    /// <summary>Gets the tokens of the messages alone.</summary>
    public required int MessageTokens { get; init; }

    /// <summary>Gets the tokens of the answer's text.</summary>
    public required int AnswerTokens { get; init; }

    /// <summary>Gets the name of the base model's tokenizer; <see langword="null"/> where none was given.</summary>
    public string? BaseTokenizer { get; init; }

    /// <summary>Gets what the messages take in the base tokenizer; <see langword="null"/> where none was given.</summary>
    public int? BaseMessageTokens { get; init; }

    /// <summary>Gets what the answer takes in the base tokenizer; <see langword="null"/> where none was given.</summary>
    public int? BaseAnswerTokens { get; init; }

    /// <summary>Gets the number of messages that were left out so that the conversation fits.</summary>
    public int DroppedMessages { get; init; }
}

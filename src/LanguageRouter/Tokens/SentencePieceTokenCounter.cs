using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Tokens;

/// <summary>Counts tokens of a SentencePiece <c>.model</c> file, without beginning and end markers.</summary>
/// <remarks>Safe for concurrent use. Create one through <see cref="TokenCounters"/>.</remarks>
internal sealed class SentencePieceTokenCounter : ITokenCounter
{
    private readonly SentencePieceTokenizer tokenizer;

    /// <summary>Initializes a new instance of the <see cref="SentencePieceTokenCounter"/> class from a model's bytes.</summary>
    /// <param name="name">The tokenizer's name.</param>
    /// <param name="model">The content of the <c>.model</c> file, read to its end.</param>
    /// <exception cref="ArgumentException">The content is no SentencePiece model.</exception>
    public SentencePieceTokenCounter(string name, Stream model)
    {
        Name = name;
        tokenizer = SentencePieceTokenizer.Create(model, addBeginningOfSentence: false, addEndOfSentence: false);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text) =>
        text.IsEmpty ? 0 : tokenizer.CountTokens(text, addBeginningOfSentence: false, addEndOfSentence: false, considerPreTokenization: true, considerNormalization: true);

    /// <inheritdoc/>
    public int CountUpTo(ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Count(text);
    }
}

using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Tokens;

/// <summary>Counts tokens of the byte-pair tokenizers that OpenAI's models use.</summary>
/// <remarks>Safe for concurrent use. A vocabulary is loaded once per process, at its first use.</remarks>
public sealed class BytePairTokenCounter : ITokenCounter
{
    private static readonly Lazy<BytePairTokenCounter> LazyO200kBase = new(() => new("o200k_base"));
    private static readonly Lazy<BytePairTokenCounter> LazyCl100kBase = new(() => new("cl100k_base"));
    private readonly TiktokenTokenizer tokenizer;

    private BytePairTokenCounter(string name)
    {
        Name = name;
        tokenizer = TiktokenTokenizer.CreateForEncoding(name);
    }

    /// <summary>Gets the counter of <c>o200k_base</c> (GPT-4o and later).</summary>
    public static BytePairTokenCounter O200kBase => LazyO200kBase.Value;

    /// <summary>Gets the counter of <c>cl100k_base</c> (GPT-3.5 and GPT-4).</summary>
    public static BytePairTokenCounter Cl100kBase => LazyCl100kBase.Value;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text) => tokenizer.CountTokens(text, considerNormalization: false);

    /// <inheritdoc/>
    public int CountUpTo(ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Count(text);
    }
}

namespace LanguageRouter.Tokens;

/// <summary>Counts tokens of the byte-pair tokenizers that OpenAI's models use, exactly and in time linear in the text.</summary>
/// <remarks>
/// Safe for concurrent use. A vocabulary is loaded once per process, at its first use (some 10 MB and a fraction of a
/// second). Counting keeps nothing of a text. The counts are those of Microsoft.ML.Tokenizers,
/// and outside the basic plane, where that library splits surrogate pairs, those of tiktoken.
/// </remarks>
public sealed class BytePairTokenCounter : ITokenCounter
{
    private static readonly Lazy<BytePairTokenCounter> LazyO200kBase =
        new(() => new("o200k_base", BytePairModel.Build(BytePairVocabulary.LoadO200kBase()), isO200kBase: true));

    private static readonly Lazy<BytePairTokenCounter> LazyCl100kBase =
        new(() => new("cl100k_base", BytePairModel.Build(BytePairVocabulary.LoadCl100kBase()), isO200kBase: false));

    private readonly TextSplitter splitter;
    private readonly PieceCounter pieces;

    private BytePairTokenCounter(string name, BytePairModel model, bool isO200kBase)
    {
        Name = name;
        Model = model;
        splitter = new TextSplitter(model.Records, isO200kBase);
        pieces = new PieceCounter(model);
    }

    /// <summary>Gets the counter of <c>o200k_base</c> (GPT-4o and later).</summary>
    public static BytePairTokenCounter O200kBase => LazyO200kBase.Value;

    /// <summary>Gets the counter of <c>cl100k_base</c> (GPT-3.5 and GPT-4).</summary>
    public static BytePairTokenCounter Cl100kBase => LazyCl100kBase.Value;

    /// <inheritdoc/>
    public string Name { get; }

    internal BytePairModel Model { get; }

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text) => CountUpTo(text, int.MaxValue);

    /// <inheritdoc/>
    public int CountUpTo(ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var tokens = 0;
        for (var start = 0; start < text.Length && tokens <= limit;)
        {
            var end = splitter.EndOfPiece(text, start);
            tokens += pieces.Count(text, start, end);
            start = end;
        }

        return tokens;
    }

    /// <summary>Counts one piece and gives its end.</summary>
    internal int NextPiece(ReadOnlySpan<char> text, int start, out int tokens)
    {
        var end = splitter.EndOfPiece(text, start);
        tokens = pieces.Count(text, start, end);
        return end;
    }
}

using System.Runtime.CompilerServices;

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

    private readonly TextSplitter _splitter;
    private readonly PieceCounter _pieces;

    private BytePairTokenCounter(string name, BytePairModel model, bool isO200kBase)
    {
        Name = name;
        Model = model;
        _splitter = new TextSplitter(model.Records, isO200kBase);
        _pieces = new PieceCounter(model);
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
    [SkipLocalsInit]
    public int CountUpTo(ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);

        // Short words wait until a few are found: their places in the table arrive from memory together.
        const int Batch = 16;
        Span<(ulong Word, int Start, int End)> waiting = stackalloc (ulong, int, int)[Batch];
        var tokens = 0;
        var start = 0;
        while (start < text.Length && tokens <= limit)
        {
            var words = 0;
            while (start < text.Length && words < Batch && tokens <= limit)
            {
                var end = _splitter.EndOfPiece(text, start);
                if (_pieces.Prepare(text, start, end) is var word && word != 0)
                {
                    waiting[words++] = (word, start, end);
                }
                else
                {
                    tokens += _pieces.Count(text, start, end);
                }

                start = end;
            }

            foreach (var (word, from, to) in waiting[..words])
            {
                tokens += _pieces.CountPrepared(word, text[from..to]);
            }
        }

        return tokens;
    }

    /// <summary>Counts one piece and gives its end.</summary>
    internal int NextPiece(ReadOnlySpan<char> text, int start, out int tokens)
    {
        var end = _splitter.EndOfPiece(text, start);
        tokens = _pieces.Count(text, start, end);
        return end;
    }
}

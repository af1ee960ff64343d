using System.Globalization;
using System.Text;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Encodes and counts as a SentencePiece <c>.model</c> file says, Unigram or BPE, right to the id.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Counting allocates nothing. Time is linear in the text for Unigram and
/// n log n for BPE. Control pieces written in the text are ordinary text, as in SentencePiece.
/// </remarks>
public sealed class SentencePieceEncoder : ITokenEncoder
{
    // SentencePiece's penalty of a character without a piece, below the smallest score.
    private const float UnknownPenalty = 10;
    private readonly SentencePieceNormalizer _normalizer;
    private readonly ISegmenter _segmenter;
    private readonly TokenTexts _texts;
    private readonly int _longestPiece;

    private SentencePieceEncoder(string name, SentencePieceModel model, SentencePieceDialect dialect)
    {
        Name = name;
        VocabularySize = model.Pieces.Count;
        AddsLeadingSpace = model.AddDummyPrefix && !model.TreatWhitespaceAsSuffix;
        _normalizer = new SentencePieceNormalizer(model, dialect);
        _texts = TokenTexts.Of(model);
        var trie = new PieceTrie(Entries(model, dialect));
        _longestPiece = Math.Max(trie.LongestPiece, 1);
        var byteIds = model.ByteFallback && !(dialect == SentencePieceDialect.LlamaCpp && model.Algorithm == SentencePieceAlgorithm.Unigram) ? ByteIds(model) : null;
        var unknown = new UnknownCharacters(model.Pieces.FindIndex(piece => piece.Kind == PieceKind.Unknown), byteIds, fuse: true);
        _segmenter = model.Algorithm == SentencePieceAlgorithm.Unigram
            ? new UnigramSegmenter(trie, LowestScore(model) - UnknownPenalty, dialect == SentencePieceDialect.SentencePiece, unknown)
            : new BpeSegmenter(trie, _normalizer.UserDefined, Unused(model), unknown);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int VocabularySize { get; }

    /// <inheritdoc/>
    public bool AddsLeadingSpace { get; }

    /// <summary>Loads a <c>.model</c> file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">The tokenizer's name; the file's name without its extension where it is <see langword="null"/>.</param>
    /// <param name="dialect">Whose reading of the file the ids follow.</param>
    /// <returns>The encoder.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no SentencePiece model, or asks for something that is not supported.</exception>
    public static SentencePieceEncoder Load(string path, string? name = null, SentencePieceDialect dialect = SentencePieceDialect.SentencePiece)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(TokenizerFiles.ReadAllBytes(path), name ?? Path.GetFileNameWithoutExtension(path), dialect);
    }

    /// <summary>Reads the bytes of a <c>.model</c> file.</summary>
    /// <param name="model">The bytes.</param>
    /// <param name="name">The tokenizer's name.</param>
    /// <param name="dialect">Whose reading of the file the ids follow.</param>
    /// <returns>The encoder.</returns>
    /// <exception cref="InvalidDataException">The bytes are no SentencePiece model, or ask for something that is not supported.</exception>
    public static SentencePieceEncoder Read(ReadOnlySpan<byte> model, string name, SentencePieceDialect dialect = SentencePieceDialect.SentencePiece)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new SentencePieceEncoder(name, SentencePieceModel.Read(model), dialect);
    }

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<char> text, List<int> ids, TextPosition position = TextPosition.Start)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Run(text, position, ids);
    }

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text) => Run(text, TextPosition.Start, null);

    /// <inheritdoc/>
    public int CountUpTo(ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);

        // A UTF-16 pair is one character, and no token has more than _longestPiece characters.
        return _normalizer.NeverShrinks && text.Length / 2 / _longestPiece > limit ? limit + 1 : Count(text);
    }

    /// <inheritdoc/>
    public int? FindControl(string content) => _texts.FindControl(content);

    /// <inheritdoc/>
    public bool IsControl(int id) => _texts.IsControl(id);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetBytes(int id) => _texts.GetBytes(id);

    private static List<(string Text, int Id, float Score)> Entries(SentencePieceModel model, SentencePieceDialect dialect)
    {
        // User-defined pieces win by a score of their own: the reference counts their length in bytes, and starts its
        // search for the highest score at the smallest positive number, so that it is hardly ever below zero.
        const float SmallestPositive = 1.17549435E-38f;
        var highest = model.Pieces.Where(piece => piece.Kind == PieceKind.Normal).Select(piece => piece.Score).Append(SmallestPositive).Max();
        var isUnigram = model.Algorithm == SentencePieceAlgorithm.Unigram;
        var entries = new List<(string, int, float)>(model.Pieces.Count);
        for (var id = 0; id < model.Pieces.Count; id++)
        {
            var piece = model.Pieces[id];
            if (piece.Text.Length == 0 || piece.Kind is PieceKind.Control or PieceKind.Unknown or PieceKind.Byte || (isUnigram && piece.Kind == PieceKind.Unused))
            {
                continue;
            }

            var bonus = dialect == SentencePieceDialect.LlamaCpp ? 0 : (Encoding.UTF8.GetByteCount(piece.Text) * highest) - 0.1;
            entries.Add((piece.Text, id, isUnigram && piece.Kind == PieceKind.UserDefined ? (float)bonus : piece.Score));
        }

        return entries;
    }

    private static float LowestScore(SentencePieceModel model) =>
        model.Pieces.Where(piece => piece.Kind == PieceKind.Normal).Select(piece => piece.Score).DefaultIfEmpty(0).Min();

    private static HashSet<int> Unused(SentencePieceModel model) =>
        [.. Enumerable.Range(0, model.Pieces.Count).Where(id => model.Pieces[id].Kind == PieceKind.Unused)];

    private static int[] ByteIds(SentencePieceModel model)
    {
        var ids = new int[256];
        for (var id = 0; id < model.Pieces.Count; id++)
        {
            if (model.Pieces[id].Kind == PieceKind.Byte)
            {
                ids[ByteValue(model.Pieces[id].Text)] = id;
            }
        }

        return ids;
    }

    internal static byte ByteValue(string piece) =>
        piece is ['<', '0', 'x', _, _, '>'] && byte.TryParse(piece.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidDataException($"The byte piece '{piece}' is not of the form <0xAB>.");

    private int Run(ReadOnlySpan<char> text, TextPosition position, List<int>? ids)
    {
        var sink = new IdSink(ids);
        var normalized = new PooledList<int>(text.Length + 2);
        _normalizer.Normalize(text, position, ref normalized);
        _segmenter.Segment(normalized.Items, ref sink);
        normalized.Dispose();
        return sink.Count;
    }
}

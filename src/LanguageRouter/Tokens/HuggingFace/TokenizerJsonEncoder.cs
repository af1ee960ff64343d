using System.Text;
using System.Text.Json;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Encodes and counts as a Hugging Face <c>tokenizer.json</c> says, right to the id.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Models: byte pair encoding over bytes or over characters, Unigram. What a file
/// asks for and this class cannot do is an error at load. Special tokens are never made from text; added tokens that are
/// not special are, as in the reference. The post-processor (beginning and end tokens) is left to the chat template.
/// </remarks>
public sealed class TokenizerJsonEncoder : ITokenEncoder
{
    private readonly IRewrite _normalizer;
    private readonly ICut _preTokenizer;
    private readonly IPieceEncoder _pieces;
    private readonly TokenTexts _texts;
    private readonly PieceTrie? _addedWords;
    private readonly int[] _addedIds;

    private TokenizerJsonEncoder(string name, JsonElement root)
    {
        Name = name;
        var byteLevel = false;
        var added = root.TryGetProperty("added_tokens", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(AddedToken.Read).ToArray() : [];
        _normalizer = TokenizerJson.Normalizer(root.GetProperty("normalizer"));
        _preTokenizer = TokenizerJson.PreTokenizer(root.GetProperty("pre_tokenizer"), ref byteLevel);
        var controls = added.Where(token => token.IsSpecial).Select(token => token.Content).ToHashSet(StringComparer.Ordinal);
        (_pieces, var vocabulary) = TokenizerJsonModel.Read(root.GetProperty("model"), byteLevel, controls);
        AddsLeadingSpace = TokenizerJson.AddsLeadingSpace(root);
        VocabularySize = CheckedIds(vocabulary, added) + 1;
        _texts = Texts(vocabulary, added, byteLevel, TokenizerJson.CheckDecoder(root));

        var words = added.Where(token => !token.IsSpecial && token.Content.Length > 0).ToArray();
        foreach (var word in words)
        {
            word.CheckPlain(_normalizer);
        }

        _addedIds = [.. words.Select(word => word.Id)];
        _addedWords = words.Length == 0 ? null : new PieceTrie([.. words.Select((word, index) => (word.Content, index, 0f))]);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int VocabularySize { get; }

    /// <inheritdoc/>
    public bool AddsLeadingSpace { get; }

    /// <summary>Loads a <c>tokenizer.json</c>.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">The tokenizer's name; the name of the file's folder where it is <see langword="null"/>.</param>
    /// <returns>The encoder.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no tokenizer, or asks for something that is not supported.</exception>
    public static TokenizerJsonEncoder Load(string path, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(TokenizerFiles.ReadAllBytes(path), name ?? new FileInfo(path).Directory?.Name ?? path);
    }

    /// <summary>Reads the bytes of a <c>tokenizer.json</c>.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="name">The tokenizer's name.</param>
    /// <returns>The encoder.</returns>
    /// <exception cref="InvalidDataException">The bytes are no tokenizer, or ask for something that is not supported.</exception>
    public static TokenizerJsonEncoder Read(ReadOnlyMemory<byte> json, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            using var document = JsonDocument.Parse(json);
            return new TokenizerJsonEncoder(name, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"The file of the tokenizer '{name}' is not a tokenizer.json: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<char> text, List<int> ids, TextPosition position = TextPosition.Start)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var whole = WellFormed(text);
        var start = 0;
        for (var at = 0; _addedWords is not null && at < whole.Length;)
        {
            var length = _addedWords.LongestPrefix(whole.AsSpan(at));
            if (length == 0)
            {
                at++;
                continue;
            }

            EncodePart(whole[start..at], ids, start == 0 ? position : TextPosition.Continuation);
            ids.Add(_addedIds[_addedWords.Find(whole.AsSpan(at, length))]);
            at += length;
            start = at;
        }

        EncodePart(whole[start..], ids, start == 0 ? position : TextPosition.Continuation);
    }

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text)
    {
        var ids = new List<int>();
        Encode(text, ids);
        return ids.Count;
    }

    /// <inheritdoc/>
    public int CountUpTo(ReadOnlySpan<char> text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Count(text);
    }

    /// <inheritdoc/>
    public int? FindControl(string content) => _texts.FindControl(content);

    /// <inheritdoc/>
    public bool IsControl(int id) => _texts.IsControl(id);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetBytes(int id) => _texts.GetBytes(id);

    // A table is made of all ids up to the highest: a broken number must not become gigabytes.
    private static int CheckedIds(Dictionary<string, int> vocabulary, AddedToken[] added)
    {
        const int HighestId = 10_000_000;
        var ids = vocabulary.Values.Concat(added.Select(token => token.Id)).ToList();
        return ids.Find(id => id is < 0 or > HighestId) is var wrong and not 0
            ? throw new InvalidDataException(FormattableString.Invariant($"The tokenizer file has the id {wrong}; ids are 0 to {HighestId}."))
            : ids.Max();
    }

    private static string WellFormed(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
            }
        }

        return text.ToString();
    }

    private static TokenTexts Texts(Dictionary<string, int> vocabulary, AddedToken[] added, bool byteLevel, string? blank)
    {
        var texts = new byte[vocabulary.Values.Concat(added.Select(token => token.Id)).Max() + 1][];
        Array.Fill(texts, []);
        foreach (var (token, id) in vocabulary)
        {
            texts[id] = byteLevel && ByteAlphabet.TryDecode(token, out var bytes) ? bytes
                : !byteLevel && token is ['<', '0', 'x', _, _, '>'] ? [SentencePieceEncoder.ByteValue(token)]
                : Encoding.UTF8.GetBytes(blank is null ? token : token.Replace(blank, " ", StringComparison.Ordinal));
        }

        foreach (var token in added)
        {
            texts[token.Id] = Encoding.UTF8.GetBytes(token.Content);
        }

        return new TokenTexts(texts, added.Where(token => token.IsSpecial).ToDictionary(token => token.Content, token => token.Id, StringComparer.Ordinal), added.Where(token => !token.IsSpecial).Select(token => (token.Content, token.Id)));
    }

    private void EncodePart(string text, List<int> ids, TextPosition position)
    {
        var normalized = _normalizer.Apply(text, position);
        if (normalized.Length == 0)
        {
            return;
        }

        var pieces = new List<string>();
        _preTokenizer.Cut(normalized, isFirst: true, position, pieces);
        foreach (var piece in pieces)
        {
            _pieces.Encode(piece, ids);
        }
    }
}

using System.Text;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>What each token id stands for, as UTF-8, and which ids are control tokens.</summary>
internal sealed class TokenTexts
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly HashSet<int> _controls;
    private readonly Dictionary<string, int> _controlIds;
    private readonly Dictionary<string, int> _wordIds = new(StringComparer.Ordinal);

    /// <param name="texts">The bytes of each id, in order; those of a control token are its name and are not decoded.</param>
    /// <param name="controls">The control tokens by name.</param>
    /// <param name="words">Tokens that are cut out of text whole, by name: a template may use them like control tokens.</param>
    public TokenTexts(IReadOnlyList<byte[]> texts, Dictionary<string, int> controls, IEnumerable<(string Text, int Id)> words)
    {
        foreach (var (text, id) in words)
        {
            _wordIds.TryAdd(text, id);
        }

        _controlIds = controls;
        _controls = [.. controls.Values];
        _starts = new int[texts.Count + 1];
        for (var id = 0; id < texts.Count; id++)
        {
            _starts[id + 1] = _starts[id] + (_controls.Contains(id) ? 0 : texts[id].Length);
        }

        _bytes = new byte[_starts[^1]];
        for (var id = 0; id < texts.Count; id++)
        {
            texts[id].AsSpan(0, _starts[id + 1] - _starts[id]).CopyTo(_bytes.AsSpan(_starts[id]));
        }
    }

    public static TokenTexts Of(SentencePieceModel model)
    {
        var controls = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = new byte[model.Pieces.Count][];
        for (var id = 0; id < texts.Length; id++)
        {
            var piece = model.Pieces[id];
            texts[id] = piece.Kind switch
            {
                PieceKind.Control => [],
                PieceKind.Unknown => Encoding.UTF8.GetBytes(model.UnknownSurface),
                PieceKind.Byte => [SentencePieceEncoder.ByteValue(piece.Text)],
                _ => Encoding.UTF8.GetBytes(piece.Text.Replace('\u2581', ' ')),
            };

            if (piece.Kind is PieceKind.Control)
            {
                controls.TryAdd(piece.Text, id);
            }
        }

        return new TokenTexts(texts, controls, model.Pieces.Select((piece, id) => (piece, id)).Where(entry => entry.piece.Kind == PieceKind.UserDefined).Select(entry => (entry.piece.Text, entry.id)));
    }

    public int? FindControl(string content) => _controlIds.TryGetValue(content, out var id) || _wordIds.TryGetValue(content, out id) ? id : null;

    public bool IsControl(int id) => _controls.Contains(id);

    public ReadOnlySpan<byte> GetBytes(int id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, _starts.Length - 1);
        return _bytes.AsSpan(_starts[id], _starts[id + 1] - _starts[id]);
    }
}

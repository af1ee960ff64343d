using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Streaming;

/// <summary>Groups sentences into calls: the first alone, for a first word soon, then two, four and eight: by then the reader has enough to read.</summary>
/// <remarks>
/// Each call carries the translator's instructions, so short sentences (cells of a table, items of a list) are gathered until the
/// group is worth one. A group also ends at an empty line once it is half full, before code, and at 1,000 characters. It depends on the
/// text alone. Not safe for concurrent use.
/// </remarks>
internal sealed class SentenceBatcher
{
    private const int LargestGroup = 8;
    private const int LongestGroup = 1_000;

    // A sentence has about 80 characters of English; one of 30 is taken for half a sentence or less. A wide character says as much as two.
    private const int LeastCharacters = 30;
    private const int MostShortSentences = 3;

    private List<TextPiece> _pieces = [];
    private int _sentences;
    private int _characters;
    private int _weight;
    private int _size = 1;

    /// <summary>Adds a piece.</summary>
    /// <returns>The group that it completes, or <see langword="null"/>.</returns>
    public List<TextPiece>? Add(TextPiece piece)
    {
        _pieces.Add(piece);
        _characters += piece.Text.Length;
        if (piece.IsProse)
        {
            _sentences++;
            _weight += piece.Text.Length * (Characters.IsWide(piece.Text[^1]) ? 2 : 1);
            return IsFull() || _characters >= LongestGroup ? Take() : null;
        }

        // Without prose before it a part that needs no translation is ready at once.
        var emptyLine = piece.Text is "\n" or "\r\n" && _pieces.Count > 1 && _pieces[^2].Text.EndsWith('\n');
        return _sentences == 0 || (emptyLine && _sentences * 2 >= _size) || piece.Text.Length > 16 ? Take() : null;
    }

    /// <summary>Takes what is there.</summary>
    public List<TextPiece>? Take()
    {
        if (_pieces.Count == 0)
        {
            return null;
        }

        if (_sentences > 0)
        {
            _size = Math.Min(LargestGroup, _size * 2);
        }

        var taken = _pieces;
        _pieces = [];
        (_sentences, _characters, _weight) = (0, 0, 0);
        return taken;
    }

    private bool IsFull() => _size == 1 || (_sentences >= _size && (_weight >= _size * LeastCharacters || _sentences >= _size * MostShortSentences));
}

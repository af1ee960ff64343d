using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Streaming;

/// <summary>Groups sentences into calls: the first alone, for a first word soon, then two, then four.</summary>
/// <remarks>A group also ends at an empty line and before code, and at 800 characters. It depends on the text alone. Not safe for concurrent use.</remarks>
internal sealed class SentenceBatcher
{
    private const int LargestGroup = 4;
    private const int LongestGroup = 800;

    private List<TextPiece> _pieces = [];
    private int _sentences;
    private int _characters;
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
            return _sentences >= _size || _characters >= LongestGroup ? Take() : null;
        }

        // Without prose before it a part that needs no translation is ready at once.
        var emptyLine = piece.Text is "\n" or "\r\n" && _pieces.Count > 1 && _pieces[^2].Text.EndsWith('\n');
        return _sentences == 0 || emptyLine || piece.Text.Length > 16 ? Take() : null;
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
        (_sentences, _characters) = (0, 0);
        return taken;
    }
}

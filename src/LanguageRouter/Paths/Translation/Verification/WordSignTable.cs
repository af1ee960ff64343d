namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Tells by its first two letters and its length what a word of ASCII letters may be: most words are nothing, and end here without a search.</summary>
internal sealed class WordSignTable
{
    private const int Lengths = 16;

    private readonly WordSigns[] _signs = new WordSigns[26 * 27 * Lengths];

    /// <summary>Adds words as they are.</summary>
    public WordSignTable Add(WordSigns sign, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _signs[IndexOf(word, word.Length)] |= sign;
        }

        return this;
    }

    /// <summary>Adds words that may go on: limit, limits, limited.</summary>
    public WordSignTable AddBeginnings(WordSigns sign, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            for (var length = word.Length; length < Lengths; length++)
            {
                _signs[IndexOf(word, length)] |= sign;
            }
        }

        return this;
    }

    /// <summary>Tells what a word may be.</summary>
    public WordSigns Of(ReadOnlySpan<char> word) => _signs[IndexOf(word, word.Length)];

    /// <summary>Tells what the words of a text may be.</summary>
    public WordSigns OfAll(ReadOnlySpan<char> text)
    {
        var found = WordSigns.None;
        var words = new AsciiWords(text);
        while (words.MoveNext())
        {
            found |= Of(text.Slice(words.Start, words.Length));
        }

        return found;
    }

    // All lengths from the last on share a place.
    private static int IndexOf(ReadOnlySpan<char> word, int length) =>
        ((((word[0] | 0x20) - 'a') * 27 + (word.Length > 1 ? (word[1] | 0x20) - 'a' + 1 : 0)) * Lengths) + Math.Min(length, Lengths - 1);
}

using System.Runtime.CompilerServices;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Finds the pieces that a text starts with, character by character.</summary>
/// <remarks>A double array (Aoe 1989) over the codes of an <see cref="Alphabet"/>. Slot 0 is the root.</remarks>
internal sealed class PieceTrie
{
    private readonly TrieNode[] _nodes;

    /// <summary>Initializes a new trie.</summary>
    /// <param name="entries">The pieces; no two have the same text, none is empty.</param>
    public PieceTrie(IReadOnlyCollection<(string Text, int Id, float Score)> entries)
    {
        Alphabet = new Alphabet(entries.Select(entry => entry.Text));
        var keys = entries.Select(entry => new TrieKey(Alphabet.CodesOf(entry.Text), entry.Id, entry.Score)).ToArray();
        _nodes = new DoubleArrayBuilder(Alphabet.Size).Build(keys);
        LongestPiece = keys.Length == 0 ? 0 : keys.Max(key => key.Codes.Length);
    }

    public Alphabet Alphabet { get; }

    /// <summary>Gets the length of the longest piece in characters.</summary>
    public int LongestPiece { get; }

    /// <summary>Gets the slots; the array is padded so that <c>Base + code</c> is always inside it.</summary>
    public ReadOnlySpan<TrieNode> Nodes => _nodes;

    /// <summary>Takes one step.</summary>
    /// <param name="slot">The slot reached so far.</param>
    /// <param name="code">The code of the next character.</param>
    /// <returns>The next slot; -1 where no piece goes on so.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Step(int slot, int code)
    {
        var next = _nodes[slot].Base + code;
        return code != 0 && _nodes[next].Parent == slot ? next : -1;
    }

    /// <summary>Finds the longest piece that a text starts with.</summary>
    /// <returns>Its length in UTF-16 units; 0 where no piece starts the text.</returns>
    public int LongestPrefix(ReadOnlySpan<char> text)
    {
        var (slot, longest, length) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            slot = Step(slot, Alphabet.CodeOf(rune.Value));
            if (slot < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
            longest = _nodes[slot].Id >= 0 ? length : longest;
        }

        return longest;
    }

    /// <summary>Finds the longest piece that a text starts with.</summary>
    /// <returns>Its length in code points; 0 where no piece starts the text.</returns>
    public int LongestPrefix(ReadOnlySpan<int> text)
    {
        var (slot, longest) = (0, 0);
        for (var i = 0; i < text.Length && (slot = Step(slot, Alphabet.CodeOf(text[i]))) >= 0; i++)
        {
            longest = _nodes[slot].Id >= 0 ? i + 1 : longest;
        }

        return longest;
    }

    /// <summary>Finds a whole piece.</summary>
    /// <returns>Its id; -1 where the vocabulary does not have it.</returns>
    public int Find(ReadOnlySpan<char> text)
    {
        var slot = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            slot = Step(slot, Alphabet.CodeOf(rune.Value));
            if (slot < 0)
            {
                return -1;
            }
        }

        return _nodes[slot].Id;
    }
}

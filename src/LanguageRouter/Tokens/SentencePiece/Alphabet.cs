using System.Runtime.CompilerServices;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Numbers the characters that occur in a vocabulary: 1 for the most frequent one, 0 for those that do not occur.</summary>
/// <remarks>Small numbers keep the double array of <see cref="PieceTrie"/> dense, and one step in it serves a whole character.</remarks>
internal sealed class Alphabet
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;
    private readonly ushort[] _pageOf = new ushort[(0x10FFFF >> PageBits) + 1];
    private readonly int[] _codes;

    public Alphabet(IEnumerable<string> pieces)
    {
        var frequency = new Dictionary<int, int>();
        foreach (var piece in pieces)
        {
            foreach (var rune in piece.EnumerateRunes())
            {
                frequency[rune.Value] = frequency.GetValueOrDefault(rune.Value) + 1;
            }
        }

        var ordered = frequency.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).ToArray();
        var pages = ordered.Select(character => character >> PageBits).Distinct().Order().ToArray();

        // Page 0 stays empty: every page without a character of the vocabulary points to it.
        _codes = new int[(pages.Length + 1) * PageSize];
        for (var i = 0; i < pages.Length; i++)
        {
            _pageOf[pages[i]] = (ushort)(i + 1);
        }

        for (var i = 0; i < ordered.Length; i++)
        {
            _codes[IndexOf(ordered[i])] = i + 1;
        }

        Size = ordered.Length + 1;
    }

    /// <summary>Gets the number of codes, 0 included.</summary>
    public int Size { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOf(int codePoint) => _codes[IndexOf(codePoint)];

    public int[] CodesOf(string piece) => [.. piece.EnumerateRunes().Select(rune => CodeOf(rune.Value))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int IndexOf(int codePoint) => (_pageOf[codePoint >> PageBits] << PageBits) | (codePoint & (PageSize - 1));
}

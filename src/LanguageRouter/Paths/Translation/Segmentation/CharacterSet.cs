namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>A set of characters as a bitmap of the basic plane.</summary>
/// <remarks>For sets of some hundred characters that occur every few words, a plain loop over 8 KB of bits beats the set-up of a vectorized search.</remarks>
internal sealed class CharacterSet
{
    private readonly ulong[] _bits = new ulong[65_536 / 64];

    public CharacterSet(string characters, params ReadOnlySpan<(char First, char Last)> ranges)
    {
        foreach (var c in characters)
        {
            Add(c);
        }

        foreach (var (first, last) in ranges)
        {
            for (int c = first; c <= last; c++)
            {
                Add((char)c);
            }
        }
    }

    public bool Contains(char c) => (_bits[c >> 6] >> (c & 63) & 1) != 0;

    /// <summary>Finds the first character of the set; -1 where there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var bits = _bits;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if ((bits[c >> 6] >> (c & 63) & 1) != 0)
            {
                return i;
            }
        }

        return -1;
    }

    private void Add(char c) => _bits[c >> 6] |= 1UL << (c & 63);
}

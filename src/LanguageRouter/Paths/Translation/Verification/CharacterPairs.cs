using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>A few pairs of characters that are looked for all at once, eight characters at a time.</summary>
internal sealed class CharacterPairs
{
    private readonly (Vector128<ushort> First, Vector128<ushort> Second)[] _pairs;

    public CharacterPairs(params ReadOnlySpan<string> pairs)
    {
        _pairs = new (Vector128<ushort>, Vector128<ushort>)[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            _pairs[i] = (Vector128.Create((ushort)pairs[i][0]), Vector128.Create((ushort)pairs[i][1]));
        }
    }

    /// <summary>Whether a text has one of the pairs.</summary>
    public bool AnyIn(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        if (units.Length <= Vector128<ushort>.Count)
        {
            return AnyInShort(units);
        }

        var last = units.Length - Vector128<ushort>.Count - 1;
        for (var i = 0; i < last; i += Vector128<ushort>.Count)
        {
            if (BeginsIn(units[i..]))
            {
                return true;
            }
        }

        return BeginsIn(units[last..]);
    }

    private bool BeginsIn(ReadOnlySpan<ushort> units)
    {
        var firsts = Vector128.Create(units);
        var seconds = Vector128.Create(units[1..]);
        var found = Vector128<ushort>.Zero;
        foreach (var (first, second) in _pairs)
        {
            found |= Vector128.Equals(firsts, first) & Vector128.Equals(seconds, second);
        }

        return found != Vector128<ushort>.Zero;
    }

    private bool AnyInShort(ReadOnlySpan<ushort> units)
    {
        for (var i = 0; i + 1 < units.Length; i++)
        {
            foreach (var (first, second) in _pairs)
            {
                if (units[i] == first[0] && units[i + 1] == second[0])
                {
                    return true;
                }
            }
        }

        return false;
    }
}

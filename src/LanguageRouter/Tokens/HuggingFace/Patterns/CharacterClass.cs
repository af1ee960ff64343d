using System.Globalization;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>A set of characters, as a class of a pattern names it.</summary>
/// <remarks>Categories are those of <see cref="CharUnicodeInfo"/>, of whole code points: outside the basic plane too.</remarks>
internal sealed class CharacterClass
{
    private readonly List<(int From, int To)> _ranges = [];
    private readonly List<CharacterClass> _nested = [];
    private readonly ulong[] _ascii = new ulong[2];
    private uint _categories;
    private bool _any;

    public bool Negated { get; init; }

    public static CharacterClass Any { get; } = new CharacterClass { _any = true }.Freeze();

    public static CharacterClass AnyButNewline { get; } = new CharacterClass { Negated = true }.Add('\n', '\n').Freeze();

    public static CharacterClass Of(int codePoint) => new CharacterClass().Add(codePoint, codePoint).Freeze();

    public CharacterClass Add(int from, int to)
    {
        _ranges.Add((from, to));
        return this;
    }

    public CharacterClass Add(CharacterClass nested)
    {
        _nested.Add(nested);
        return this;
    }

    /// <summary>Adds a general category such as <c>Lu</c>, or all that start with a letter such as <c>L</c>.</summary>
    /// <returns><see langword="false"/> where there is no such category.</returns>
    public bool AddCategory(string name)
    {
        uint mask = name switch
        {
            "L" or "Letter" => Mask(0, 4),
            "LC" => Mask(0, 2),
            "M" or "Mark" => Mask(5, 7),
            "N" or "Number" => Mask(8, 10),
            "Z" or "Separator" => Mask(11, 13),
            "C" or "Other" => Mask(14, 17) | Mask(29, 29),
            "P" or "Punctuation" => Mask(18, 24),
            "S" or "Symbol" => Mask(25, 28),
            _ => 0,
        };
        string[] single = ["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn"];
        var index = Array.IndexOf(single, name);
        mask |= index >= 0 ? 1u << index : 0;
        _categories |= mask;
        return mask != 0;
    }

    /// <summary>Ends the building: the answers for ASCII are worked out once.</summary>
    public CharacterClass Freeze()
    {
        for (var character = 0; character < 128; character++)
        {
            _ascii[character >> 6] |= Test(character) ? 1UL << (character & 63) : 0;
        }

        return this;
    }

    public bool Contains(int codePoint) => codePoint < 128 ? (_ascii[codePoint >> 6] & (1UL << (codePoint & 63))) != 0 : Test(codePoint);

    private static uint Mask(int from, int to) => (uint)(((1UL << (to + 1)) - 1) & ~((1UL << from) - 1));

    private bool Test(int codePoint)
    {
        if (_any)
        {
            return !Negated;
        }

        var found = _categories != 0 && (_categories & (1u << (int)CharUnicodeInfo.GetUnicodeCategory(codePoint))) != 0;
        foreach (var (from, to) in _ranges)
        {
            found |= codePoint >= from && codePoint <= to;
        }

        foreach (var nested in _nested)
        {
            found |= nested.Contains(codePoint);
        }

        return found != Negated;
    }
}

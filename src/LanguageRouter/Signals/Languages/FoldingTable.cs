using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>The compatibility mappings and compositions of Unicode's NFKC, out of its character database.</summary>
/// <remarks>Written by the command <c>folding-table</c> of LanguageRouter.Evaluation from UnicodeData.txt (Unicode licence). Immutable.</remarks>
internal static class FoldingTable
{
    /// <summary>The most UTF-16 characters that one character becomes (U+FDFA).</summary>
    public const int MaxExpansion = 18;

    private static readonly byte[] Bits = new byte[(char.MaxValue + 1) / 8];
    private static readonly FrozenDictionary<int, string> Mappings;
    private static readonly FrozenDictionary<int, char> Compositions;

    static FoldingTable() => (Mappings, Compositions) = Read(LanguageResource.Read("folding.bin"));

    /// <summary>Says whether a UTF-16 character has a mapping, begins a pair that has, or may compose with the one before it.</summary>
    public static bool MayChange(char c) => (Bits[c >> 3] & (1 << (c & 7))) != 0;

    /// <summary>Gets what a code point becomes; null where it stays.</summary>
    public static string? Map(int codePoint) => Mappings.GetValueOrDefault(codePoint);

    /// <summary>Gets the composition of two characters; 0 where there is none.</summary>
    public static char Compose(char first, char second)
    {
        // Hangul syllables compose by rule.
        if (first is >= '\u1100' and <= '\u1112' && second is >= '\u1161' and <= '\u1175')
        {
            return (char)(0xAC00 + ((((first - 0x1100) * 21) + (second - 0x1161)) * 28));
        }

        if (first is >= '\uAC00' and <= '\uD7A3' && (first - 0xAC00) % 28 == 0 && second is >= '\u11A8' and <= '\u11C2')
        {
            return (char)(first + (second - 0x11A7));
        }

        return Compositions.GetValueOrDefault((first << 16) | second);
    }

    private static (FrozenDictionary<int, string> Mappings, FrozenDictionary<int, char> Compositions) Read(ReadOnlySpan<byte> table)
    {
        var mappings = new Dictionary<int, string>();
        var compositions = new Dictionary<int, char>();
        var (count, pairs) = (BinaryPrimitives.ReadInt32LittleEndian(table), BinaryPrimitives.ReadInt32LittleEndian(table[4..]));
        table = table[8..];
        for (; count > 0; count--)
        {
            var head = BinaryPrimitives.ReadInt32LittleEndian(table);
            var (codePoint, length) = (head & 0xFFFFFF, head >>> 24);
            mappings[codePoint] = new string(MemoryMarshal.Cast<byte, char>(table.Slice(4, length * 2)));
            Mark(codePoint <= char.MaxValue ? (char)codePoint : (char)(0xD7C0 + (codePoint >> 10)));
            table = table[(4 + (length * 2))..];
        }

        foreach (var triple in Triples(table[..(pairs * 6)]))
        {
            compositions[(triple.First << 16) | triple.Second] = triple.Composed;
            Mark(triple.Second);
        }

        for (var c = '\u1161'; c <= '\u11C2'; c++)
        {
            Mark(c);
        }

        return (mappings.ToFrozenDictionary(), compositions.ToFrozenDictionary());
    }

    private static List<(char First, char Second, char Composed)> Triples(ReadOnlySpan<byte> table)
    {
        var list = new List<(char First, char Second, char Composed)>(table.Length / 6);
        for (; table.Length >= 6; table = table[6..])
        {
            list.Add(((char)BinaryPrimitives.ReadUInt16LittleEndian(table), (char)BinaryPrimitives.ReadUInt16LittleEndian(table[2..]), (char)BinaryPrimitives.ReadUInt16LittleEndian(table[4..])));
        }

        return list;
    }

    private static void Mark(char c) => Bits[c >> 3] |= (byte)(1 << (c & 7));
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>The normalization rules that a model carries in its <c>precompiled_charsmap</c>.</summary>
/// <remarks>
/// The blob holds the size of a Darts double array (32-bit units: value or offset, label, leaf and extension bits),
/// the array itself, and the replacements, each ended by a zero byte. The longest rule wins.
/// </remarks>
internal sealed class CharsMap
{
    private const int LongestRule = 64;
    private readonly uint[] _units;
    private readonly byte[] _replacements;

    // One bit a code point: whether some rule starts with it. Most text is settled by this bit alone.
    private readonly ulong[] _starts = new ulong[(0x10FFFF >> 6) + 1];

    private CharsMap(uint[] units, byte[] replacements)
    {
        _units = units;
        _replacements = replacements;
        Span<byte> utf8 = stackalloc byte[4];
        for (var codePoint = 1; codePoint <= 0x10FFFF; codePoint++)
        {
            if (Rune.TryCreate(codePoint, out var rune) && IsPrefix(utf8[..rune.EncodeToUtf8(utf8)]))
            {
                _starts[codePoint >> 6] |= 1UL << (codePoint & 63);
            }
        }
    }

    /// <exception cref="InvalidDataException">The blob is broken.</exception>
    public static CharsMap? Read(ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty)
        {
            return null;
        }

        if (blob.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(blob) is var size && (size % 4 != 0 || size == 0 || size > blob.Length - 4))
        {
            throw new InvalidDataException("The model's precompiled_charsmap is broken.");
        }

        var trie = blob.Slice(4, (int)BinaryPrimitives.ReadUInt32LittleEndian(blob));
        var units = MemoryMarshal.Cast<byte, uint>(trie).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(units, units);
        }

        return new CharsMap(units, blob[(4 + trie.Length)..].ToArray());
    }

    /// <summary>Finds the longest rule that a text starts with.</summary>
    /// <param name="text">The text from the position in question.</param>
    /// <param name="first">The first code point of the text.</param>
    /// <param name="replacement">The UTF-8 text to put in its place.</param>
    /// <returns>The UTF-16 length that the rule replaces; 0 where no rule applies.</returns>
    public int Match(ReadOnlySpan<char> text, int first, out ReadOnlySpan<byte> replacement)
    {
        replacement = default;
        if ((_starts[first >> 6] & (1UL << (first & 63))) == 0)
        {
            return 0;
        }

        var (node, matched, value, consumed) = (0u, 0, 0, 0);
        Span<byte> utf8 = stackalloc byte[4];
        node ^= Offset(_units[0]);
        foreach (var rune in text.Length > LongestRule ? text[..LongestRule].EnumerateRunes() : text.EnumerateRunes())
        {
            foreach (var part in utf8[..rune.EncodeToUtf8(utf8)])
            {
                if (!Step(ref node, part, out var leaf))
                {
                    replacement = matched == 0 ? default : ReplacementAt(value);
                    return matched;
                }

                if (leaf)
                {
                    (matched, value) = (consumed + rune.Utf16SequenceLength, (int)(_units[node] & 0x7FFFFFFF));
                }
            }

            consumed += rune.Utf16SequenceLength;
        }

        replacement = matched == 0 ? default : ReplacementAt(value);
        return matched;
    }

    /// <summary>Finds the first, and so the shortest, rule that a text starts with.</summary>
    public bool TryMatchFirst(ReadOnlySpan<byte> utf8, out ReadOnlySpan<byte> replacement)
    {
        var node = Offset(_units[0]);
        foreach (var part in utf8)
        {
            if (!Step(ref node, part, out var leaf))
            {
                break;
            }

            if (leaf)
            {
                replacement = ReplacementAt((int)(_units[node] & 0x7FFFFFFF));
                return true;
            }
        }

        replacement = default;
        return false;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & (1u << 9)) >> 6);

    private bool IsPrefix(ReadOnlySpan<byte> utf8)
    {
        var node = Offset(_units[0]);
        foreach (var part in utf8)
        {
            if (!Step(ref node, part, out _))
            {
                return false;
            }
        }

        return true;
    }

    // On return node is where the children (and, at label 0, the value) lie.
    private bool Step(ref uint node, byte label, out bool leaf)
    {
        leaf = false;
        var slot = node ^ label;
        if (label == 0 || slot >= (uint)_units.Length || (_units[slot] & 0x800000FF) != label)
        {
            return false;
        }

        leaf = (_units[slot] & (1u << 8)) != 0;
        node = slot ^ Offset(_units[slot]);
        return node < (uint)_units.Length;
    }

    private ReadOnlySpan<byte> ReplacementAt(int offset)
    {
        var rest = _replacements.AsSpan(Math.Min(offset, _replacements.Length));
        var end = rest.IndexOf((byte)0);
        return end < 0 ? rest : rest[..end];
    }
}

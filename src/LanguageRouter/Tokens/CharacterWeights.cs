using System.Buffers.Text;
using System.IO.Compression;

namespace LanguageRouter.Tokens;

/// <summary>The most tokens that a text can owe to each UTF-16 unit, so that bounds need no vocabulary.</summary>
/// <remarks>
/// Lowest byte: o200k_base, next: cl100k_base, 0 for ASCII and surrogates, which are counted otherwise; third and fourth
/// byte: 1 for <see cref="TextFeature.Particles"/> and <see cref="TextFeature.Endings"/>, added when unpacked. Written by the
/// evaluation command <c>character-weights</c> from <see cref="BytePairModel.MostTokens"/>, and tested against it.
/// </remarks>
internal static partial class CharacterWeights
{
    private static readonly uint[] Weights = Unpack();

    public static ReadOnlySpan<uint> Table => Weights;

    /// <summary>Packs a table: a nibble per unit (two bits each), deflated, in base64.</summary>
    public static string Pack(ReadOnlySpan<ushort> table)
    {
        var nibbles = new byte[table.Length / 2];
        for (var i = 0; i < table.Length; i++)
        {
            nibbles[i / 2] |= (byte)(((table[i] & 3) | (table[i] >> 8 << 2)) << (4 * (i % 2)));
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(nibbles);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static uint[] Unpack()
    {
        var table = new uint[char.MaxValue + 1];
        var packed = new byte[Base64.GetMaxDecodedFromUtf8Length(Packed.Length)];
        Base64.DecodeFromUtf8(Packed, packed, out _, out var length);
        using var inflate = new DeflateStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        var nibbles = new byte[table.Length / 2];
        inflate.ReadExactly(nibbles);
        for (var i = 0; i < table.Length; i++)
        {
            var nibble = nibbles[i / 2] >> (4 * (i % 2));
            table[i] = (uint)((nibble & 3) | ((nibble >> 2 & 3) << 8));
        }

        foreach (var particle in "のはをにがとでも")
        {
            table[particle] |= 1u << 16;
        }

        foreach (var ending in "いうしすたてなるまれん")
        {
            table[ending] |= 1u << 24;
        }

        return table;
    }
}

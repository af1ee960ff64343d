using System.Buffers.Text;
using System.IO.Compression;

namespace LanguageRouter.Tokens;

/// <summary>The most and the least tokens that a text owes to each UTF-16 unit, so that bounds need no vocabulary.</summary>
/// <remarks>
/// From the lowest byte on: the most for o200k_base and for cl100k_base (<see cref="BytePairModel.MostTokens"/>), then the
/// least for each, in <see cref="Parts"/> of a token: weights whose sum over the characters that end in any one token of
/// the vocabulary is at most 1, so that their sum over a text is at most its tokens. 0 for ASCII and surrogates, which
/// are counted otherwise. Written by the evaluation command <c>character-weights</c> and tested against the vocabularies.
/// </remarks>
internal static partial class CharacterWeights
{
    /// <summary>The parts of a token that the least weights are counted in.</summary>
    public const int Parts = 7;

    private static readonly uint[] Weights = Unpack();

    public static ReadOnlySpan<uint> Table => Weights;

    /// <summary>Packs the four numbers of each unit: 10 bits in 16, one plane of bytes after the other, deflated, in base64.</summary>
    public static string Pack(byte[,] numbers)
    {
        var units = numbers.GetLength(1);
        var planes = new byte[2 * units];
        for (var i = 0; i < units; i++)
        {
            planes[i] = (byte)(numbers[0, i] | (numbers[1, i] << 2));
            planes[units + i] = (byte)(numbers[2, i] | (numbers[3, i] << 3));
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(planes);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static uint[] Unpack()
    {
        var table = new uint[char.MaxValue + 1];
        var packed = new byte[Base64.GetMaxDecodedFromUtf8Length(Packed.Length)];
        Base64.DecodeFromUtf8(Packed, packed, out _, out var length);
        using var inflate = new DeflateStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        var planes = new byte[2 * table.Length];
        inflate.ReadExactly(planes);
        for (var i = 0; i < table.Length; i++)
        {
            uint most = planes[i];
            uint least = planes[table.Length + i];
            table[i] = (most & 3) | ((most >> 2) << 8) | ((least & 7) << 16) | ((least >> 3) << 24);
        }

        return table;
    }
}

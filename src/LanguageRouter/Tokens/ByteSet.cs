using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LanguageRouter.Tokens;

/// <summary>A set of low bytes of characters, looked for in 64 bytes at once.</summary>
/// <remarks>
/// Two table look-ups: a low half byte gives, as bits, the high half bytes that it occurs with. Without those instructions each byte of the
/// set is compared by itself.
/// </remarks>
internal readonly struct ByteSet
{
    private readonly byte[] _bytes;
    private readonly Vector512<byte> _highsByLow;
    private readonly Vector512<byte> _bitsOfHigh;

    /// <summary>Initializes a new instance of the <see cref="ByteSet"/> struct.</summary>
    /// <param name="characters">Characters whose low bytes are in the set; their high half bytes are 2 to 9.</param>
    public ByteSet(string characters)
    {
        _bytes = [.. characters.Select(c => (byte)c)];
        Span<byte> highsByLow = stackalloc byte[16];
        Span<byte> bitsOfHigh = stackalloc byte[16];
        highsByLow.Clear();
        bitsOfHigh.Clear();
        foreach (var value in _bytes)
        {
            var bit = (byte)(1 << ((value >> 4) - 2));
            highsByLow[value & 15] |= bit;
            bitsOfHigh[value >> 4] = bit;
        }

        _highsByLow = Repeat(highsByLow);
        _bitsOfHigh = Repeat(bitsOfHigh);
    }

    /// <summary>Finds the bytes of the set, one bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Find(Vector512<byte> bytes)
    {
        if (Avx512BW.IsSupported)
        {
            var halves = Vector512.Create((byte)15);
            var high = (bytes.AsUInt16() >>> 4).AsByte() & halves;
            var found = Avx512BW.Shuffle(_highsByLow, bytes & halves) & Avx512BW.Shuffle(_bitsOfHigh, high);
            return ~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits();
        }

        var mask = 0UL;
        foreach (var value in _bytes)
        {
            mask |= Vector512.Equals(bytes, Vector512.Create(value)).ExtractMostSignificantBits();
        }

        return mask;
    }

    private static Vector512<byte> Repeat(ReadOnlySpan<byte> sixteen)
    {
        var one = Vector128.Create(sixteen);
        var two = Vector256.Create(one, one);
        return Vector512.Create(two, two);
    }
}

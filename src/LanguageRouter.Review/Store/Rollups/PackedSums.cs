namespace LanguageRouter.Review.Store.Rollups;

/// <summary>The sums of one group as bytes: one variable-length number after another, small ones and zeros in one byte.</summary>
/// <remarks>
/// A column for each sum made a view read millions of cells; a packed row is one. Sums that a later version adds stand at the end and are 0 in
/// what an earlier one wrote.
/// </remarks>
internal static class PackedSums
{
    private const int LongestNumber = 10;

    public static byte[] Pack(long[] sums)
    {
        Span<byte> buffer = stackalloc byte[Rollup.SumCount * LongestNumber];
        var at = 0;
        foreach (var sum in sums)
        {
            // Small negative numbers are small too.
            var value = (ulong)(sum << 1 ^ sum >> 63);
            while (value >= 0x80)
            {
                buffer[at++] = (byte)(value | 0x80);
                value >>= 7;
            }

            buffer[at++] = (byte)value;
        }

        return buffer[..at].ToArray();
    }

    /// <summary>Adds what is packed to sums.</summary>
    /// <exception cref="InvalidDataException">The bytes are cut off.</exception>
    public static void AddTo(long[] sums, ReadOnlySpan<byte> packed)
    {
        var at = 0;
        for (var i = 0; i < sums.Length && at < packed.Length; i++)
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                if (at == packed.Length || shift > 63)
                {
                    throw new InvalidDataException("A kept sum is damaged. Fix: restore the store from a backup.");
                }

                var part = packed[at++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    break;
                }
            }

            sums[i] += (long)(value >> 1) ^ -(long)(value & 1);
        }
    }
}

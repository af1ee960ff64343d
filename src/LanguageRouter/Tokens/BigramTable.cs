using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Tokens;

/// <summary>What two neighbouring characters do to each other: merge, may meet inside a longer token, or never.</summary>
internal sealed class BigramTable
{
    /// <summary>What <see cref="Find"/> gives for characters that no token holds side by side: a text may be cut there.</summary>
    public const uint Absent = uint.MaxValue;

    private readonly ulong[] entries;
    private readonly int shift;

    public BigramTable(Dictionary<uint, uint> bigrams)
    {
        var log = BitOperations.Log2((uint)bigrams.Count * 2) + 1;
        entries = new ulong[1 << log];
        Array.Fill(entries, ulong.MaxValue);
        shift = 32 - log;
        foreach (var (pair, merged) in bigrams)
        {
            var slot = (int)(Hash(pair) >> shift);
            while (entries[slot] != ulong.MaxValue)
            {
                slot = (slot + 1) & (entries.Length - 1);
            }

            entries[slot] = ((ulong)pair << 32) | merged;
        }
    }

    public int Size => entries.Length;

    /// <summary>Gets the id of the merged token, <see cref="BytePairMerges.None"/>, or <see cref="Absent"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint left, uint right)
    {
        var pair = (left << 16) | right;
        var slot = (int)(Hash(pair) >> shift);
        ref var first = ref MemoryMarshal.GetArrayDataReference(entries);
        while (true)
        {
            var entry = Unsafe.Add(ref first, slot);
            if (entry >> 32 == pair || entry == ulong.MaxValue)
            {
                return (uint)entry;
            }

            slot = (slot + 1) & (entries.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint pair) => (pair ^ (pair >> 15)) * 0x9E3779B1;
}

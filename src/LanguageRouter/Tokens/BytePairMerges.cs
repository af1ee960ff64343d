using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Tokens;

/// <summary>Which two neighbouring tokens merge into which token, and the merging itself.</summary>
/// <remarks>
/// A token's id is its rank: of all merges that a text allows the one with the lowest id comes first, and of equal
/// ones the leftmost. An entry packs the two parts (18 bits each) and the merged id (18 bits) into one word.
/// </remarks>
internal sealed class BytePairMerges
{
    /// <summary>What <see cref="Find"/> gives for two tokens that do not merge; above every id.</summary>
    public const uint None = (1u << IdBits) - 1;

    /// <summary>The largest number of parts that <see cref="MergeShort"/> takes.</summary>
    public const int ShortLength = 64;

    public const int IdBits = 18;

    /// <summary>The key of a position where nothing merges.</summary>
    public const uint NoKey = uint.MaxValue;

    private const int ShortIndexBits = 6;

    // 2 million bits say of nine in ten pairs that do not merge that they do not, in a twentieth of the entries' memory.
    private const int FilterWordBits = 15;

    private readonly ulong[] _entries;
    private readonly ulong[] _filter = new ulong[1 << FilterWordBits];
    private readonly int _shift;

    public BytePairMerges(int capacity)
    {
        var log = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)capacity * 2);
        _entries = GC.AllocateUninitializedArray<ulong>(1 << log);
        Array.Fill(_entries, ulong.MaxValue);
        _shift = 64 - log;
    }

    public void Add(uint left, uint right, uint merged)
    {
        var pair = ((ulong)left << IdBits) | right;
        var slot = (int)(Hash(pair) >> _shift);
        while (_entries[slot] != ulong.MaxValue)
        {
            slot = (slot + 1) & (_entries.Length - 1);
        }

        _entries[slot] = (pair << IdBits) | merged;
        var bit = Hash(pair) >> (64 - FilterWordBits - 6);
        _filter[bit >> 6] |= 1UL << (int)bit;
    }

    /// <summary>Gets the token that two tokens merge into, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint left, uint right)
    {
        var pair = ((ulong)left << IdBits) | right;
        var hash = Hash(pair);
        var bit = hash >> (64 - FilterWordBits - 6);
        if ((Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_filter), (int)(bit >> 6)) >> (int)bit & 1) == 0)
        {
            return None;
        }

        var slot = (int)(hash >> _shift);
        ref var first = ref MemoryMarshal.GetArrayDataReference(_entries);
        while (true)
        {
            var entry = Unsafe.Add(ref first, slot);
            if (entry >> IdBits == pair)
            {
                return (uint)entry & None;
            }

            if (entry == ulong.MaxValue)
            {
                return None;
            }

            slot = (slot + 1) & (_entries.Length - 1);
        }
    }

    /// <summary>Merges up to 64 parts to the end.</summary>
    /// <param name="parts">The parts' ids; overwritten.</param>
    /// <param name="merged">
    /// For each part the id it merges into with the next one, or <see cref="None"/>; the last is not read. Its room is
    /// 64, and it is overwritten.
    /// </param>
    /// <param name="count">The number of parts, 1 to 64.</param>
    /// <returns>A mask of the positions where a token of the result begins.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong MergeShort(ref uint parts, ref uint merged, int count)
    {
        var alive = count == 64 ? ulong.MaxValue : (1UL << count) - 1;

        // 1. A key is the merged id above the position: the smallest key is the leftmost of the first merges.
        var lanes = (count + 7) & ~7;
        for (var i = 0; i < count - 1; i++)
        {
            var id = Unsafe.Add(ref merged, i);
            Unsafe.Add(ref merged, i) = id == None ? NoKey : (id << ShortIndexBits) | (uint)i;
        }

        for (var i = count - 1; i < lanes; i++)
        {
            Unsafe.Add(ref merged, i) = NoKey;
        }

        while (true)
        {
            // 2. The merge that comes first.
            var least = Vector256.LoadUnsafe(ref merged);
            for (var i = 8; i < lanes; i += 8)
            {
                least = Vector256.Min(least, Vector256.LoadUnsafe(ref merged, (nuint)i));
            }

            var key = Least(least);
            if (key == NoKey)
            {
                return alive;
            }

            // 3. Its two parts become one, and the pairs to its left and right are looked up anew.
            var at = (int)(key & ((1 << ShortIndexBits) - 1));
            var id = key >> ShortIndexBits;
            var rest = alive & (ulong.MaxValue << at << 1);
            var gone = System.Numerics.BitOperations.TrailingZeroCount(rest);
            Unsafe.Add(ref parts, at) = id;
            Unsafe.Add(ref merged, gone) = NoKey;
            rest &= rest - 1;
            alive &= ~(1UL << gone);
            Unsafe.Add(ref merged, at) = NoKey;
            if (rest != 0)
            {
                var next = System.Numerics.BitOperations.TrailingZeroCount(rest);
                var found = Find(id, Unsafe.Add(ref parts, next));
                Unsafe.Add(ref merged, at) = found == None ? NoKey : (found << ShortIndexBits) | (uint)at;
            }

            var before = alive & ((1UL << at) - 1);
            if (before != 0)
            {
                var previous = 63 - System.Numerics.BitOperations.LeadingZeroCount(before);
                var found = Find(Unsafe.Add(ref parts, previous), id);
                Unsafe.Add(ref merged, previous) = found == None ? NoKey : (found << ShortIndexBits) | (uint)previous;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Least(Vector256<uint> values)
    {
        var four = Vector128.Min(values.GetLower(), values.GetUpper());
        four = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2u, 3, 0, 1)));
        four = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(1u, 0, 3, 2)));
        return four.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong pair) => pair * 0x9E3779B97F4A7C15;
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Tasks;

/// <summary>The keys of the runs of one to four units that end at each unit of a turn.</summary>
/// <remarks>
/// A run's hash comes from that of the run that is one unit shorter and ends in the same unit. All runs of a turn are hashed, eight at a time: fewer steps than to hash those alone that are looked up.
/// The trainer and the model read the same keys. A character alone says nothing, and no run of one is asked for; a word does.
/// </remarks>
internal readonly ref struct UnitRuns
{
    /// <summary>A buffer of this size holds the keys of every turn.</summary>
    public const int Room = 4 * TaskUnits.Capacity;

    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA6B;
    private const uint Third = 0xC2B2AE35;
    private const uint Fourth = 0x27D4EB2F;
    private const uint Mix = 0x2C1B3C6D;

    private UnitRuns(ReadOnlySpan<uint> keys, int count)
    {
        One = keys[..count];
        Two = keys.Slice(TaskUnits.Capacity, count);
        Three = keys.Slice(2 * TaskUnits.Capacity, count);
        Four = keys.Slice(3 * TaskUnits.Capacity, count);
    }

    /// <summary>The keys of single units, by the unit's index; from <see cref="TaskUnits.Lead"/> on, as all.</summary>
    public ReadOnlySpan<uint> One { get; }

    /// <summary>The keys of runs of two, by the index of the last unit.</summary>
    public ReadOnlySpan<uint> Two { get; }

    /// <summary>The keys of runs of three.</summary>
    public ReadOnlySpan<uint> Three { get; }

    /// <summary>The keys of runs of four.</summary>
    public ReadOnlySpan<uint> Four { get; }

    /// <summary>Hashes the runs of a turn.</summary>
    /// <param name="units">A buffer of <see cref="TaskUnits.Capacity"/> units, as <see cref="TaskUnits"/> fills it.</param>
    /// <param name="count">How many of them are the turn's.</param>
    /// <param name="keys">Room for <see cref="Room"/> keys.</param>
    public static UnitRuns Of(ReadOnlySpan<uint> units, int count, Span<uint> keys)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units.Length, TaskUnits.Capacity);
        ArgumentOutOfRangeException.ThrowIfLessThan(keys.Length, Room);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, TaskUnits.Capacity - Vector256<uint>.Count);
        ref var unit = ref MemoryMarshal.GetReference(units);
        ref var one = ref MemoryMarshal.GetReference(keys);
        ref var two = ref Unsafe.Add(ref one, TaskUnits.Capacity);
        ref var three = ref Unsafe.Add(ref two, TaskUnits.Capacity);
        ref var four = ref Unsafe.Add(ref three, TaskUnits.Capacity);
        for (nuint i = TaskUnits.Lead; i < (nuint)count; i += (nuint)Vector256<uint>.Count)
        {
            var run = Vector256.LoadUnsafe(ref unit, i) * First;
            Key(run).StoreUnsafe(ref one, i);
            run = (run ^ (run >>> 15)) + (Vector256.LoadUnsafe(ref unit, i - 1) * Second);
            Key(run).StoreUnsafe(ref two, i);
            run = (run ^ (run >>> 13)) + (Vector256.LoadUnsafe(ref unit, i - 2) * Third);
            Key(run).StoreUnsafe(ref three, i);
            run = (run ^ (run >>> 14)) + (Vector256.LoadUnsafe(ref unit, i - 3) * Fourth);
            Key(run).StoreUnsafe(ref four, i);
        }

        return new UnitRuns(keys, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Key(Vector256<uint> run)
    {
        run = (run ^ (run >>> 16)) * Mix;
        return run ^ (run >>> 15);
    }
}

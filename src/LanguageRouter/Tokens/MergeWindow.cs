using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Tokens;

/// <summary>Merges one window of parts to the end, in rented or stack memory.</summary>
/// <remarks>The merged ids stand in blocks of 64, each with its least id, so that the first merge is found without reading all.</remarks>
internal readonly ref struct MergeWindow
{
    private const int Block = 64;
    private readonly BytePairMerges _merges;
    private readonly Span<uint> _parts;
    private readonly Span<uint> _merged;
    private readonly Span<uint> _least;
    private readonly Span<int> _before;
    private readonly Span<int> _after;

    /// <summary>Initializes a new instance of the <see cref="MergeWindow"/> struct.</summary>
    /// <param name="merges">The merges.</param>
    /// <param name="capacity">The most parts, a multiple of 512.</param>
    /// <param name="room">As many words as <see cref="RoomFor"/> says.</param>
    public MergeWindow(BytePairMerges merges, int capacity, Span<uint> room)
    {
        _merges = merges;
        Capacity = capacity;
        _parts = room[..capacity];
        _merged = room.Slice(capacity, capacity);
        _before = MemoryMarshal.Cast<uint, int>(room.Slice(2 * capacity, capacity));
        _after = MemoryMarshal.Cast<uint, int>(room.Slice(3 * capacity, capacity));
        _least = room.Slice(4 * capacity, capacity / Block);
    }

    public int Capacity { get; }

    public static int RoomFor(int capacity) => (4 * capacity) + (capacity / Block);

    /// <summary>Merges a run and gives the ends of its tokens.</summary>
    /// <param name="run">The parts, 1 to <see cref="Capacity"/>.</param>
    /// <param name="ends">Receives for each token the number of parts up to its end.</param>
    /// <returns>The number of tokens.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // called seldom, for long: it would run unoptimized
    public int Merge(ReadOnlySpan<uint> run, Span<int> ends)
    {
        // 1. What each part merges into with the next.
        var blocks = (((run.Length - 1) / (8 * Block)) + 1) * 8;
        run.CopyTo(_parts);
        _merged[(run.Length - 1)..(blocks * Block)].Fill(BytePairMerges.None);
        for (var i = 0; i < run.Length; i++)
        {
            _before[i] = i - 1;
            _after[i] = i + 1;
            if (i + 1 < run.Length)
            {
                _merged[i] = _merges.Find(run[i], run[i + 1]);
            }
        }

        for (var block = 0; block < blocks; block++)
        {
            _least[block] = Least(_merged.Slice(block * Block, Block));
        }

        // 2. The lowest id first, the leftmost of equal ones.
        while (true)
        {
            var id = Least(_least[..blocks]);
            if (id == BytePairMerges.None)
            {
                break;
            }

            var first = _least[..blocks].IndexOf(id) * Block;
            MergeAt(first + _merged.Slice(first, Block).IndexOf(id), id, run.Length);
        }

        var tokens = 0;
        for (var i = 0; i < run.Length; i = _after[i])
        {
            ends[tokens++] = _after[i];
        }

        return tokens;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MergeAt(int at, uint id, int length)
    {
        var gone = _after[at];
        var next = _after[gone];
        var previous = _before[at];
        _parts[at] = id;
        _after[at] = next;
        _merged[gone] = BytePairMerges.None;
        _merged[at] = BytePairMerges.None;
        if (next < length)
        {
            _before[next] = at;
            _merged[at] = _merges.Find(id, _parts[next]);
        }

        if (previous >= 0)
        {
            _merged[previous] = _merges.Find(_parts[previous], id);
        }

        // Mostly all three lie in one block.
        var block = at / Block;
        Renew(block);
        if (previous >= 0 && previous / Block != block)
        {
            Renew(previous / Block);
        }

        if (gone / Block != block)
        {
            Renew(gone / Block);
        }
    }

    private void Renew(int block) => _least[block] = Least(_merged.Slice(block * Block, Block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Least(ReadOnlySpan<uint> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var least = Vector256.LoadUnsafe(ref first);
        for (var i = 8; i < values.Length; i += 8)
        {
            least = Vector256.Min(least, Vector256.LoadUnsafe(ref first, (nuint)i));
        }

        return BytePairMerges.Least(least);
    }
}

using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Tokens;

/// <summary>Merges runs of any length in linear time, by windows that are checked where they meet.</summary>
/// <remarks>
/// A sequence of tokens is the merging of its text if and only if each two neighbours are the merging of theirs.
/// So the tokens of a window are exact but near its end; the next window begins at one of their boundaries, and is
/// accepted if the tokens on both sides of that boundary, merged together from their parts, come out the same. If they
/// do not, the boundary before it is tried, and in the end a larger window.
/// </remarks>
internal static class LongRun
{
    /// <summary>The most bytes that a token may have.</summary>
    public const int LongestToken = 160;

    private const int FirstWindow = 512;

    /// <summary>Counts the tokens that a run of parts merges into.</summary>
    public static int Count(BytePairMerges merges, ReadOnlySpan<uint> run)
    {
        if (run.Length <= BytePairMerges.ShortLength)
        {
            return CountShort(merges, run);
        }

        for (var window = FirstWindow; ; window *= 4)
        {
            var tokens = CountByWindows(merges, run, window);
            if (tokens >= 0)
            {
                return tokens;
            }
        }
    }

    [SkipLocalsInit]
    private static int CountShort(BytePairMerges merges, ReadOnlySpan<uint> run)
    {
        if (run.IsEmpty)
        {
            return 0;
        }

        Span<uint> parts = stackalloc uint[BytePairMerges.ShortLength];
        Span<uint> merged = stackalloc uint[BytePairMerges.ShortLength];
        run.CopyTo(parts);
        for (var i = 0; i + 1 < run.Length; i++)
        {
            merged[i] = merges.Find(run[i], run[i + 1]);
        }

        return BitOperations.PopCount(merges.MergeShort(ref MemoryMarshal.GetReference(parts), ref MemoryMarshal.GetReference(merged), run.Length));
    }

    /// <summary>Counts with one size of window; -1 where two windows could not be made to meet.</summary>
    [SkipLocalsInit]
    internal static int CountByWindows(BytePairMerges merges, ReadOnlySpan<uint> run, int capacity)
    {
        var words = MergeWindow.RoomFor(capacity) + (2 * capacity);
        var rented = capacity == FirstWindow ? null : ArrayPool<uint>.Shared.Rent(words);
        try
        {
            Span<uint> room = rented ?? stackalloc uint[(6 * FirstWindow) + (FirstWindow / 64)];
            return CountByWindows(
                run,
                new MergeWindow(merges, capacity, room),
                MemoryMarshal.Cast<uint, int>(room.Slice(words - capacity, capacity)),
                MemoryMarshal.Cast<uint, int>(room.Slice(words - (2 * capacity), capacity)));
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<uint>.Shared.Return(rented);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountByWindows(ReadOnlySpan<uint> run, MergeWindow window, Span<int> ends, Span<int> accepted)
    {
        var tokens = 0;
        var kept = 0;
        var acceptedFrom = 0;
        var start = 0;
        while (true)
        {
            var length = Math.Min(window.Capacity, run.Length - start);
            var count = window.Merge(run.Slice(start, length), ends);

            // 1. The last accepted token and the first of this window must be two tokens together, too.
            if (kept > 0)
            {
                var before = kept > 1 ? accepted[kept - 2] : acceptedFrom;
                if (!AreTokens(window, run[before..(start + ends[0])], start - before))
                {
                    if (--kept == 0)
                    {
                        return -1;
                    }

                    tokens--;
                    start = accepted[kept - 1];
                    continue;
                }
            }

            if (start + length == run.Length)
            {
                return tokens + count;
            }

            // 2. The tokens away from the window's end are accepted; the next window begins after them.
            kept = count;
            while (kept > 1 && ends[kept - 1] > length - LongestToken)
            {
                kept--;
            }

            for (var i = 0; i < kept; i++)
            {
                accepted[i] = start + ends[i];
            }

            acceptedFrom = start;
            tokens += kept;
            start = accepted[kept - 1];
        }
    }

    // Whether the parts merge into two tokens that meet at a place.
    private static bool AreTokens(MergeWindow window, ReadOnlySpan<uint> parts, int boundary)
    {
        Span<int> ends = stackalloc int[FirstWindow];
        return parts.Length <= ends.Length && window.Merge(parts, ends) == 2 && ends[0] == boundary;
    }
}

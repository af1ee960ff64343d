using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace LanguageRouter.Tokens;

/// <summary>Counts the tokens of one piece of a text, in time linear in its length.</summary>
internal sealed class PieceCounter(BytePairModel model)
{
    private const int Block = BytePairMerges.ShortLength;

    /// <summary>Counts the tokens of the piece that lies between two positions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The beginning of the piece.</param>
    /// <param name="end">Its end, after <paramref name="start"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Count(ReadOnlySpan<char> text, int start, int end)
    {
        var length = end - start;
        return text[start] < 0x80 && length <= WordTable.LongestWord && model.Words.Contains(text, start, length) ? 1 : CountCharacters(text[start..end]);
    }

    /// <summary>Counts from whole characters, merging only between the places where no token can lie across.</summary>
    [SkipLocalsInit]
    private unsafe int CountCharacters(ReadOnlySpan<char> piece)
    {
        var parts = stackalloc uint[Block];
        ref var records = ref MemoryMarshal.GetArrayDataReference(model.Records);
        var count = 0;
        var begin = 0;
        while (begin < piece.Length)
        {
            // 1. Up to 64 characters: the token of each, and what each does with the next one.
            var length = Math.Min(Block, piece.Length - begin);
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(piece), begin);
            uint left = first;
            var leftRecord = Unsafe.Add(ref records, left);
            var seen = leftRecord;
            var more = (leftRecord >> CharacterRecord.BrokenBit & 1) * ((leftRecord & CharacterRecord.IdMask) - 1);
            ulong joined = 0;
            ulong crossed = 0;
            parts[0] = (uint)leftRecord & CharacterRecord.IdMask;
            for (var i = 1; i < length; i++)
            {
                uint right = Unsafe.Add(ref first, i);
                var record = Unsafe.Add(ref records, right);
                joined |= (model.Bigrams.Contains(left, (uint)(leftRecord >> 32), right) ? 1UL : 0) << (i - 1);
                crossed |= ((leftRecord >> CharacterRecord.LeftShift & record & CharacterRecord.CrossMask) != 0 ? 1UL : 0) << (i - 1);
                more += (record >> CharacterRecord.BrokenBit & 1) * ((record & CharacterRecord.IdMask) - 1);
                seen |= record;
                parts[i] = (uint)record & CharacterRecord.IdMask;
                left = right;
                leftRecord = record;
            }

            if ((seen & CharacterRecord.Surrogate) != 0)
            {
                return CountBytes(piece);
            }

            // 2. Characters that may join the next block are left to it; crossing neighbours go with all they could join.
            var kept = length;
            if (begin + length < piece.Length)
            {
                kept = LastSafeCut(piece[begin..], ~joined & (ulong.MaxValue >> 1));
            }

            if (crossed != 0 && FirstCrossing(piece, begin, crossed) is var at && at >= 0)
            {
                var from = StartOfMixed(piece, begin, at);
                if (from == begin)
                {
                    var to = EndOfMixed(piece, at + 1);
                    count += CountMixed(piece[begin..to]);
                    begin = to;
                    continue;
                }

                kept = from - begin;
            }
            else if (kept == 0)
            {
                var to = EndOfMixed(piece, begin + length);
                count += CountMixed(piece[begin..to]);
                begin = to;
                continue;
            }

            if (kept < length)
            {
                joined &= (1UL << (kept - 1)) - 1;
                more = (ulong)MoreOfBroken(piece.Slice(begin, kept));
            }

            // 3. A character is a token, less one for each merge.
            count += kept + (int)more - CountMerges(ref first, parts, joined);
            begin += kept;
        }

        return count;
    }

    private unsafe int CountMerges(ref char first, uint* parts, ulong joined)
    {
        var merges = 0;
        while (joined != 0)
        {
            var start = BitOperations.TrailingZeroCount(joined);
            var run = BitOperations.TrailingZeroCount(~(joined >> start));
            joined = run + start >= 64 ? 0 : joined & (ulong.MaxValue << (start + run));
            var one = MergedOf(ref first, start);
            if (run == 1)
            {
                merges += one != BytePairMerges.None ? 1 : 0;
            }
            else if (run == 2)
            {
                var two = MergedOf(ref first, start + 1);
                if (one != two || one != BytePairMerges.None)
                {
                    var third = one <= two ? model.Merges.Find(one, parts[start + 2]) : model.Merges.Find(parts[start], two);
                    merges += third != BytePairMerges.None ? 2 : 1;
                }
            }
            else
            {
                merges += run + 1 - BitOperations.PopCount(MergeRun(ref Unsafe.Add(ref first, start), parts + start, run));
            }
        }

        return merges;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint MergedOf(ref char first, int at) =>
        model.Bigrams.MergedOf((uint)(model.Records[Unsafe.Add(ref first, at)] >> 32), Unsafe.Add(ref first, at + 1));

    [SkipLocalsInit]
    private unsafe ulong MergeRun(ref char first, uint* parts, int run)
    {
        var merged = stackalloc uint[Block];
        for (var i = 0; i < run; i++)
        {
            merged[i] = MergedOf(ref first, i);
        }

        return model.Merges.MergeShort(ref *parts, ref *merged, run + 1);
    }

    private int MoreOfBroken(ReadOnlySpan<char> characters)
    {
        var more = 0;
        foreach (var character in characters)
        {
            var record = (uint)model.Records[character];
            more += (record & CharacterRecord.Broken) != 0 ? (int)(record & CharacterRecord.IdMask) - 1 : 0;
        }

        return more;
    }

    // The left one of the first crossing pair among those marked; -1 where none is.
    private int FirstCrossing(ReadOnlySpan<char> piece, int begin, ulong marked)
    {
        for (; marked != 0; marked &= marked - 1)
        {
            var at = begin + BitOperations.TrailingZeroCount(marked);
            if (model.AreCrossing(piece[at], piece[at + 1]))
            {
                return at;
            }
        }

        return -1;
    }

    // How many characters lie before the last safe one of some cuts; 0 where none is.
    private int LastSafeCut(ReadOnlySpan<char> characters, ulong cuts)
    {
        while (cuts != 0)
        {
            var at = 63 - BitOperations.LeadingZeroCount(cuts);
            if (IsSafeCut(characters[at], characters[at + 1]))
            {
                return at + 1;
            }

            cuts ^= 1UL << at;
        }

        return 0;
    }

    private int StartOfMixed(ReadOnlySpan<char> piece, int begin, int at)
    {
        while (at > begin && !IsSafeCut(piece[at - 1], piece[at]))
        {
            at--;
        }

        return at;
    }

    private int EndOfMixed(ReadOnlySpan<char> piece, int at)
    {
        do
        {
            at++;
        }
        while (at < piece.Length && !IsSafeCut(piece[at - 1], piece[at]));

        return Math.Min(at, piece.Length);
    }

    // Whether nothing can lie across two neighbours even where one of them is counted from its bytes.
    private bool IsSafeCut(char left, char right) =>
        model.AreCut(left, right) && !model.ReachesLeft(left, right) && !model.AreCrossing(left, right);

    /// <summary>Counts from whole characters, but from the bytes of those that may merge with a neighbour in parts; any length.</summary>
    [SkipLocalsInit]
    private int CountMixed(ReadOnlySpan<char> piece)
    {
        const int Small = 300;
        var rentedParts = piece.Length > Small ? ArrayPool<uint>.Shared.Rent(piece.Length * 3) : null;
        var rentedMarks = piece.Length > Small ? ArrayPool<bool>.Shared.Rent(piece.Length) : null;
        try
        {
            Span<uint> parts = rentedParts ?? stackalloc uint[3 * Small];
            var byBytes = (rentedMarks ?? stackalloc bool[Small])[..piece.Length];
            return MarkBytes(piece, byBytes) ? CountMixed(piece, byBytes, parts) : CountBytes(piece);
        }
        finally
        {
            if (rentedParts is not null)
            {
                ArrayPool<uint>.Shared.Return(rentedParts);
                ArrayPool<bool>.Shared.Return(rentedMarks!);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountMixed(ReadOnlySpan<char> piece, ReadOnlySpan<bool> byBytes, Span<uint> parts)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var count = 0;
        var length = 0;
        for (var i = 0; i < piece.Length; i++)
        {
            var record = (uint)model.Records[piece[i]];
            if (i > 0 && !(byBytes[i - 1] && byBytes[i]) && model.AreCut(piece[i - 1], piece[i]))
            {
                count += LongRun.Count(model.Merges, parts[..length]);
                length = 0;
            }

            if (!byBytes[i] && (record & CharacterRecord.Broken) == 0)
            {
                parts[length++] = record & CharacterRecord.IdMask;
                continue;
            }

            var size = new Rune(piece[i]).EncodeToUtf8(utf8);
            for (var b = 0; b < size; b++)
            {
                parts[length++] = model.ByteIds[utf8[b]];
            }
        }

        return count + LongRun.Count(model.Merges, parts[..length]);
    }

    // False where the piece has surrogates.
    private bool MarkBytes(ReadOnlySpan<char> piece, Span<bool> byBytes)
    {
        byBytes.Clear();
        for (var i = 0; i < piece.Length; i++)
        {
            if ((model.Records[piece[i]] & CharacterRecord.Surrogate) != 0)
            {
                return false;
            }

            if (i > 0)
            {
                if (model.AreCrossing(piece[i - 1], piece[i]))
                {
                    byBytes[i - 1] = byBytes[i] = true;
                }

                byBytes[i] |= byBytes[i - 1] && model.ReachesRight(piece[i - 1], piece[i]);
            }
        }

        for (var i = piece.Length - 1; i > 0; i--)
        {
            byBytes[i - 1] |= byBytes[i] && model.ReachesLeft(piece[i - 1], piece[i]);
        }

        return true;
    }

    private static bool HasPair(ReadOnlySpan<char> piece)
    {
        for (var i = 1; i < piece.Length; i++)
        {
            if (char.IsSurrogatePair(piece[i - 1], piece[i]))
            {
                return true;
            }
        }

        return false;
    }

    // A long piece with lone surrogates only is counted by characters again, with U+FFFD in their places.
    private int CountReplaced(ReadOnlySpan<char> piece)
    {
        var rented = ArrayPool<char>.Shared.Rent(piece.Length);
        try
        {
            for (var i = 0; i < piece.Length; i++)
            {
                rented[i] = char.IsSurrogate(piece[i]) ? (char)Rune.ReplacementChar.Value : piece[i];
            }

            return CountCharacters(rented.AsSpan(0, piece.Length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Counts from the bytes, for pieces outside the basic plane or where a merge may cross characters.</summary>
    [SkipLocalsInit]
    private int CountBytes(ReadOnlySpan<char> piece)
    {
        const int Small = 1024;
        if (piece.Length > Block && !HasPair(piece))
        {
            return CountReplaced(piece);
        }

        var largest = piece.Length * 3;
        var rented = largest > Small ? ArrayPool<uint>.Shared.Rent(largest) : null;
        try
        {
            Span<uint> parts = rented ?? stackalloc uint[Small];
            Span<byte> utf8 = stackalloc byte[4];
            var length = 0;
            for (var i = 0; i < piece.Length;)
            {
                Rune.DecodeFromUtf16(piece[i..], out var rune, out var used);
                i += used;
                var size = rune.EncodeToUtf8(utf8);
                for (var b = 0; b < size; b++)
                {
                    parts[length++] = model.ByteIds[utf8[b]];
                }
            }

            return LongRun.Count(model.Merges, parts[..length]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<uint>.Shared.Return(rented);
            }
        }
    }
}

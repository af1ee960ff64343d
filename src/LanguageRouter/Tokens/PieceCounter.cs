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
        var bigrams = stackalloc uint[Block];
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
            uint met = 0;
            ulong joined = 0;
            var broken = (leftRecord & CharacterRecord.Broken) != 0 ? (int)(leftRecord & CharacterRecord.IdMask) - 1 : 0;
            parts[0] = leftRecord & CharacterRecord.IdMask;
            for (var i = 1; i < length; i++)
            {
                uint right = Unsafe.Add(ref first, i);
                var record = Unsafe.Add(ref records, right);
                var bigram = model.Bigrams.Find(left, right);
                met |= (leftRecord >> CharacterRecord.LeftShift) & record;
                seen |= record;
                parts[i] = record & CharacterRecord.IdMask;
                bigrams[i - 1] = bigram;
                joined |= (ulong)(bigram != BigramTable.Absent ? 1u : 0u) << (i - 1);
                if ((record & CharacterRecord.Broken) != 0)
                {
                    broken += (int)(record & CharacterRecord.IdMask) - 1;
                }

                left = right;
                leftRecord = record;
            }

            if ((seen & CharacterRecord.Surrogate) != 0)
            {
                return CountBytes(piece);
            }

            if ((met & CharacterRecord.CrossMask) != 0 && AnyCrossing(piece.Slice(begin, length)))
            {
                return CountMixed(piece);
            }

            // 2. Characters that may still join the next block are left to it.
            var rest = piece.Length - begin - length;
            var kept = length;
            if (rest > 0)
            {
                kept = 64 - BitOperations.LeadingZeroCount(~joined & (ulong.MaxValue >> (64 - length + 1)));
                if (kept == 0)
                {
                    return CountMixed(piece);
                }

                joined &= (1UL << (kept - 1)) - 1;
                for (var i = kept; i < length; i++)
                {
                    var record = Unsafe.Add(ref records, (uint)Unsafe.Add(ref first, i));
                    broken -= (record & CharacterRecord.Broken) != 0 ? (int)(record & CharacterRecord.IdMask) - 1 : 0;
                }
            }

            // 3. A character is a token, less one for each merge.
            count += kept + broken - CountMerges(parts, bigrams, joined);
            begin += kept;
        }

        return count;
    }

    private unsafe int CountMerges(uint* parts, uint* bigrams, ulong joined)
    {
        var merges = 0;
        while (joined != 0)
        {
            var start = BitOperations.TrailingZeroCount(joined);
            var run = BitOperations.TrailingZeroCount(~(joined >> start));
            joined = run + start >= 64 ? 0 : joined & (ulong.MaxValue << (start + run));
            if (run == 1)
            {
                merges += bigrams[start] != BytePairMerges.None ? 1 : 0;
            }
            else if (run == 2)
            {
                var one = bigrams[start];
                var two = bigrams[start + 1];
                if (one != two || one != BytePairMerges.None)
                {
                    var third = one <= two ? model.Merges.Find(one, parts[start + 2]) : model.Merges.Find(parts[start], two);
                    merges += third != BytePairMerges.None ? 2 : 1;
                }
            }
            else
            {
                merges += run + 1 - BitOperations.PopCount(MergeRun(parts + start, bigrams + start, run));
            }
        }

        return merges;
    }

    [SkipLocalsInit]
    private unsafe ulong MergeRun(uint* parts, uint* bigrams, int run)
    {
        var merged = stackalloc uint[Block];
        for (var i = 0; i < run; i++)
        {
            merged[i] = bigrams[i];
        }

        return model.Merges.MergeShort(ref *parts, ref *merged, run + 1);
    }

    private bool AnyCrossing(ReadOnlySpan<char> characters)
    {
        for (var i = 1; i < characters.Length; i++)
        {
            if (model.AreCrossing(characters[i - 1], characters[i]))
            {
                return true;
            }
        }

        return false;
    }

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

    private int CountMixed(ReadOnlySpan<char> piece, ReadOnlySpan<bool> byBytes, Span<uint> parts)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var count = 0;
        var length = 0;
        for (var i = 0; i < piece.Length; i++)
        {
            var record = model.Records[piece[i]];
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

    /// <summary>Counts from the bytes, for pieces outside the basic plane or where a merge may cross characters.</summary>
    [SkipLocalsInit]
    private int CountBytes(ReadOnlySpan<char> piece)
    {
        const int Small = 1024;
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

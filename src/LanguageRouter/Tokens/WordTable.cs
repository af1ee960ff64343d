using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LanguageRouter.Tokens;

/// <summary>The tokens of up to 15 ASCII characters: a piece found here is one token.</summary>
/// <remarks>
/// Words of up to 9 characters, which are nearly all that a text holds, are kept as 7 bits a character in one word:
/// eight of them lie in a cache line. NUL pads, so words and pieces that end in NUL stay outside.
/// </remarks>
internal sealed class WordTable
{
    /// <summary>The longest word that a table holds.</summary>
    public const int LongestWord = 15;

    private const int LongestPacked = 9;
    private readonly ulong[] _packed;
    private readonly Vector128<byte>[] _words;
    private readonly int _packedShift;
    private readonly int _shift;

    public WordTable(int shortWords, int longWords)
    {
        var log = BitOperations.Log2((uint)shortWords * 3 / 2) + 1;
        _packed = new ulong[1 << log];
        _packedShift = 64 - log;
        log = BitOperations.Log2((uint)longWords * 3 / 2) + 1;
        _words = new Vector128<byte>[1 << log];
        _shift = 64 - log;
    }

    public static bool CanHold(ReadOnlySpan<byte> token) =>
        token.Length is > 0 and <= LongestWord && token[^1] != 0 && System.Text.Ascii.IsValid(token);

    public static bool IsShort(ReadOnlySpan<byte> token) => token.Length <= LongestPacked;

    public void Add(ReadOnlySpan<byte> word)
    {
        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        word.CopyTo(padded);
        var key = Vector128.Create<byte>(padded);
        if (IsShort(word))
        {
            var bits = Pack(key);
            var at = (int)((bits * 0x9E3779B97F4A7C15) >> _packedShift);
            while (_packed[at] != 0)
            {
                at = (at + 1) & (_packed.Length - 1);
            }

            _packed[at] = bits;
            return;
        }

        var slot = Slot(key);
        while (_words[slot] != default)
        {
            slot = (slot + 1) & (_words.Length - 1);
        }

        _words[slot] = key;
    }

    /// <summary>Packs a piece of up to 9 ASCII characters and asks the memory for its place, so that <see cref="ContainsPacked"/> need not wait.</summary>
    /// <returns>The packed piece; 0 where it is longer or no ASCII.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe ulong Prepare(ReadOnlySpan<char> text, int start, int length)
    {
        if (length > LongestPacked || !TryRead(text, start, length, out var key))
        {
            return 0;
        }

        var bits = Pack(key);
        if (Sse.IsSupported)
        {
            // Only a hint: that the array may move meanwhile does no harm.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_packed), (int)((bits * 0x9E3779B97F4A7C15) >> _packedShift))));
        }

        return bits;
    }

    /// <summary>Whether a piece is one token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="length">Its length, 1 to <see cref="LongestWord"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ReadOnlySpan<char> text, int start, int length) =>
        TryRead(text, start, length, out var key) && (length <= LongestPacked ? ContainsPacked(Pack(key)) : ContainsLong(key));

    /// <summary>Whether a packed piece, not 0, is one token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ContainsPacked(ulong bits)
    {
        var slot = (int)((bits * 0x9E3779B97F4A7C15) >> _packedShift);
        ref var table = ref MemoryMarshal.GetArrayDataReference(_packed);
        while (true)
        {
            var word = Unsafe.Add(ref table, slot);
            if (word == bits)
            {
                return true;
            }

            if (word == 0)
            {
                return false;
            }

            slot = (slot + 1) & (_packed.Length - 1);
        }
    }

    private bool ContainsLong(Vector128<byte> key)
    {
        var slot = Slot(key);
        ref var table = ref MemoryMarshal.GetArrayDataReference(_words);
        while (true)
        {
            var word = Unsafe.Add(ref table, slot);
            if (word == key)
            {
                return true;
            }

            if (word == default)
            {
                return false;
            }

            slot = (slot + 1) & (_words.Length - 1);
        }
    }

    // False where the piece is no ASCII or ends in NUL.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRead(ReadOnlySpan<char> text, int start, int length, out Vector128<byte> key)
    {
        Vector128<ushort> low;
        Vector128<ushort> high;
        if (start + 16 <= text.Length)
        {
            ref var first = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start));
            low = Vector128.LoadUnsafe(ref first);
            high = Vector128.LoadUnsafe(ref first, 8);
        }
        else
        {
            (low, high) = LoadNearEnd(text, start);
        }

        // Units above 0xFF saturate when narrowed, so the top bit tells all that is no ASCII.
        var kept = Vector128.LessThan(Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector128.Create((byte)length));
        key = Vector128.NarrowWithSaturation(low, high) & kept;
        return key.ExtractMostSignificantBits() == 0 && text[start + length - 1] != 0;
    }

    private static (Vector128<ushort> Low, Vector128<ushort> High) LoadNearEnd(ReadOnlySpan<char> text, int start)
    {
        Span<ushort> units = stackalloc ushort[16];
        units.Clear();
        MemoryMarshal.Cast<char, ushort>(text[start..]).CopyTo(units);
        return (Vector128.Create<ushort>(units), Vector128.Create<ushort>(units[8..]));
    }

    // Nine characters of 7 bits: pairs, then fours, then eight are drawn together, and the ninth is set above.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(Vector128<byte> key)
    {
        var eight = key.AsUInt64().ToScalar();
        eight = (eight & 0x007F007F007F007F) | ((eight & 0x7F007F007F007F00) >> 1);
        eight = (eight & 0x00003FFF00003FFF) | ((eight & 0x3FFF00003FFF0000) >> 2);
        eight = (eight & 0x000000000FFFFFFF) | ((eight & 0x0FFFFFFF00000000) >> 4);
        return eight | ((ulong)key.GetElement(8) << 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(Vector128<byte> key)
    {
        var halves = key.AsUInt64();
        var hash = (halves.ToScalar() * 0x9E3779B97F4A7C15) ^ (halves.GetElement(1) * 0xC2B2AE3D27D4EB4F);
        return (int)((hash ^ (hash << 29)) >> _shift);
    }
}

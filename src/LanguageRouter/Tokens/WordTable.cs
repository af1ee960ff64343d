using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Tokens;

/// <summary>The tokens of up to 15 ASCII characters: a piece found here is one token.</summary>
internal sealed class WordTable
{
    /// <summary>The longest word that a table holds; the 16th byte keeps the length.</summary>
    public const int LongestWord = 15;

    private readonly Vector128<byte>[] words;
    private readonly int shift;

    public WordTable(int capacity)
    {
        var log = BitOperations.Log2((uint)capacity * 2) + 1;
        words = new Vector128<byte>[1 << log];
        shift = 64 - log;
    }

    public void Add(ReadOnlySpan<byte> word)
    {
        Span<byte> padded = stackalloc byte[16];
        padded.Clear();
        word.CopyTo(padded);
        padded[15] = (byte)word.Length;
        var key = Vector128.Create<byte>(padded);
        var slot = Slot(key);
        while (words[slot] != default)
        {
            slot = (slot + 1) & (words.Length - 1);
        }

        words[slot] = key;
    }

    /// <summary>Whether a piece is one token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="length">Its length, 1 to <see cref="LongestWord"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ReadOnlySpan<char> text, int start, int length)
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

        // Units above 0xFF would be cut by narrowing: they saturate, and no token here has a byte above 0x7F.
        var bytes = Vector128.NarrowWithSaturation(low, high);
        var kept = Vector128.LessThan(Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector128.Create((byte)length));
        var key = Vector128.WithElement(bytes & kept, 15, (byte)length);
        var slot = Slot(key);
        ref var table = ref MemoryMarshal.GetArrayDataReference(words);
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

            slot = (slot + 1) & (words.Length - 1);
        }
    }

    private static (Vector128<ushort> Low, Vector128<ushort> High) LoadNearEnd(ReadOnlySpan<char> text, int start)
    {
        Span<ushort> units = stackalloc ushort[16];
        units.Clear();
        MemoryMarshal.Cast<char, ushort>(text[start..]).CopyTo(units);
        return (Vector128.Create<ushort>(units), Vector128.Create<ushort>(units[8..]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(Vector128<byte> key)
    {
        var halves = key.AsUInt64();
        var hash = (halves.ToScalar() * 0x9E3779B97F4A7C15) ^ (halves.GetElement(1) * 0xC2B2AE3D27D4EB4F);
        return (int)((hash ^ (hash << 29)) >> shift);
    }
}

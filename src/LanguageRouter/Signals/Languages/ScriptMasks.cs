using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Languages;

/// <summary>For 64 characters, one bit each: which script they belong to and where a unit of text may end.</summary>
/// <remarks>
/// Expects folded text. Written with 512-bit vectors, which .NET splits where the machine has narrower ones. The low and the high bytes of
/// the characters are looked at apart, 64 at a time, and what a block cannot hold is not looked for.
/// </remarks>
internal struct ScriptMasks
{
    /// <summary>The characters of one block.</summary>
    public const int Width = 64;

    public ulong Hiragana;
    public ulong Katakana;
    public ulong Han;
    public ulong Latin;
    public ulong Hangul;

    /// <summary>Beyond the classes above: needs a look at each character.</summary>
    public ulong Rare;

    /// <summary>Line ends, sentence ends, colons and quotation marks.</summary>
    public ulong Boundary;

    /// <summary>Brackets, operators and other signs that code is dense with.</summary>
    public ulong CodeSigns;

    /// <summary>Classifies 64 characters.</summary>
    /// <param name="block">Exactly 64 characters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScriptMasks Classify(ReadOnlySpan<char> block)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(block.Length, Width);
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(block));
        var one = Vector512.LoadUnsafe(ref start);
        var two = Vector512.LoadUnsafe(ref start, 32);
        var low = Vector512.Narrow(one, two);
        var high = Vector512.Narrow(one >>> 8, two >>> 8);

        var masks = default(ScriptMasks);
        var block30 = Is(high, 0x30);
        masks.Han = InRange(high, 0x4E, 0x9F);
        var known = masks.Han;
        if (block30 != 0)
        {
            var middleDot = Is(low, 0xFB);
            var iteration = block30 & InRange(low, 0x05, 0x07);
            masks.Hiragana = block30 & InRange(low, 0x41, 0x9F);
            masks.Katakana = block30 & InRange(low, 0xA1, 0xFF) & ~middleDot;
            masks.Han |= iteration;
            masks.Boundary = block30 & (Is(low, 0x02) | InRange(low, 0x0C, 0x0F));
            known |= masks.Hiragana | masks.Katakana | (block30 & (InRange(low, 0x00, 0x3F) | middleDot));
        }

        var others = ~(known | block30);
        if (others != 0)
        {
            var page0 = Is(high, 0);
            var ascii = page0 & InRange(low, 0, 0x7F);
            if (ascii != 0)
            {
                masks.AddAscii(low, ascii);
            }

            known |= ascii;
            if ((others & ~ascii) != 0)
            {
                known |= masks.AddOthers(low, high);
            }
        }

        masks.Rare = ~known;
        return masks;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddAscii(Vector512<byte> low, ulong ascii)
    {
        Latin = ascii & InRange(low | Vector512.Create((byte)0x20), (byte)'a', (byte)'z');
        var signs = ascii & ~Latin & InRange(low, (byte)'\n', (byte)'~') & ~Is(low, (byte)' ');
        if (signs == 0)
        {
            return;
        }

        Boundary |= signs & (Is(low, (byte)'\n') | Is(low, (byte)'\r') | InRange(low, (byte)'!', (byte)'"') | Is(low, (byte)'.') | Is(low, (byte)':') | Is(low, (byte)'?'));
        CodeSigns = signs & (InRange(low, (byte)'#', (byte)'&') | InRange(low, (byte)'(', (byte)'+') | InRange(low, (byte)';', (byte)'>')
            | InRange(low, (byte)'[', (byte)'`') | InRange(low, (byte)'{', (byte)'~') | Is(low, (byte)'/'));
    }

    // Rare Han characters, Hangul, and the punctuation of U+2000 to U+206F; arrows end a unit too.
    private ulong AddOthers(Vector512<byte> low, Vector512<byte> high)
    {
        var extension = InRange(high, 0x34, 0x4D) & ~(Is(high, 0x4D) & InRange(low, 0xC0, 0xFF));
        var page20 = Is(high, 0x20);
        Han |= extension;
        Hangul = InRange(high, 0xAC, 0xD7) & ~(Is(high, 0xD7) & InRange(low, 0xA4, 0xFF));
        Boundary |= (page20 & InRange(low, 0x1C, 0x1D)) | (Is(high, 0x21) & InRange(low, 0x90, 0x93));
        return extension | Hangul | (page20 & InRange(low, 0, 0x6F));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Is(Vector512<byte> bytes, byte value) => Vector512.Equals(bytes, Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong InRange(Vector512<byte> bytes, byte first, byte last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create(first), Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();
}

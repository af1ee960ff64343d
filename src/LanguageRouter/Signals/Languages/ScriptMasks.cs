using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Languages;

/// <summary>For 64 characters, one bit each: which script they belong to and where a unit of text may end.</summary>
/// <remarks>Expects folded text. Written with 512-bit vectors, which .NET splits where the machine has narrower ones.</remarks>
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
        ScriptMasks masks = default;
        for (var part = 0; part < Width; part += Vector512<ushort>.Count)
        {
            var c = Vector512.LoadUnsafe(ref start, (nuint)part);
            var ascii = Vector512.LessThan(c, Vector512.Create((ushort)0x80));
            var hiragana = InRange(c, 0x3041, 0x309F);
            var katakana = InRange(c, 0x30A1, 0x30FF) & ~Is(c, '・');
            var han = InRange(c, 0x4E00, 0x9FFF) | InRange(c, 0x3400, 0x4DBF) | InRange(c, 0x3005, 0x3007);
            var hangul = InRange(c, 0xAC00, 0xD7A3);
            var latin = InRange(c | Vector512.Create((ushort)0x20), 'a', 'z');
            var signs = InRange(c, 0x3000, 0x303F) | InRange(c, 0x2000, 0x206F) | Is(c, '・');
            var boundary = Is(c, '\n') | Is(c, '\r') | Is(c, '.') | Is(c, '!') | Is(c, '?') | Is(c, ':') | Is(c, '"')
                | InRange(c, 0x3001, 0x3002) & ~Is(c, '、') | InRange(c, '「', '』') | InRange(c, '“', '”') | InRange(c, '←', '→');
            var code = ascii & ~latin & (InRange(c, '#', '&') | InRange(c, '(', '+') | InRange(c, ';', '>') | InRange(c, '[', '`') | InRange(c, '{', '~') | Is(c, '/'));
            masks.Hiragana |= Bits(hiragana, part);
            masks.Katakana |= Bits(katakana, part);
            masks.Han |= Bits(han, part);
            masks.Latin |= Bits(latin & ascii, part);
            masks.Hangul |= Bits(hangul, part);
            masks.Rare |= Bits(~(ascii | hiragana | katakana | han | hangul | signs), part);
            masks.Boundary |= Bits(boundary, part);
            masks.CodeSigns |= Bits(code, part);
        }

        return masks;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector512<ushort> mask, int shift) => mask.ExtractMostSignificantBits() << shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Is(Vector512<ushort> c, char value) => Vector512.Equals(c, Vector512.Create((ushort)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> InRange(Vector512<ushort> c, int low, int high) =>
        Vector512.LessThanOrEqual(c - Vector512.Create((ushort)low), Vector512.Create((ushort)(high - low)));
}

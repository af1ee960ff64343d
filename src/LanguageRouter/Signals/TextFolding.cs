using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Signals;

/// <summary>Folds the width and compatibility variants of characters to one form, as Unicode's NFKC does, without ICU.</summary>
/// <remarks>
/// Full width Latin becomes ASCII, half-width katakana become katakana with their voiced marks composed, spaces of all widths become U+0020.
/// <see cref="string.Normalize()"/> returns its input unchanged under invariant globalization, hence a scan of our own.
/// Never throws on lone surrogates (they are kept); linear in the length.
/// </remarks>
internal static class TextFolding
{
    /// <summary>The most characters that one character becomes.</summary>
    internal const int MaxExpansion = FoldingTable.MaxExpansion;

    // Full width katakana of U+FF61..U+FF9F.
    private const string HalfWidth =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    /// <summary>Says whether folding would change a text.</summary>
    /// <param name="source">Any UTF-16 text.</param>
    public static bool NeedsFolding(ReadOnlySpan<char> source) => IndexOfFoldable(source) < source.Length;

    /// <summary>Folds a text; where nothing needs folding the result is the text itself, not copied.</summary>
    /// <param name="source">Any UTF-16 text; it must outlive the result.</param>
    /// <returns>The folded text, to be disposed by the caller.</returns>
    public static FoldedText Fold(ReadOnlySpan<char> source) => NeedsFolding(source) ? FoldedText.From(source, default) : new FoldedText(source);

    /// <summary>Folds a text into the caller's buffer where it fits, so that short texts need no pool.</summary>
    /// <param name="source">Any UTF-16 text; it must outlive the result.</param>
    /// <param name="scratch">The buffer, of any length; it must outlive the result.</param>
    /// <returns>The folded text, to be disposed by the caller.</returns>
    public static FoldedText FoldInto(ReadOnlySpan<char> source, Span<char> scratch) => NeedsFolding(source) ? FoldedText.From(source, scratch) : new FoldedText(source);

    /// <summary>Folds a text into a buffer.</summary>
    /// <param name="source">Any UTF-16 text.</param>
    /// <param name="destination">A buffer of at least <see cref="MaxExpansion"/> times the text's length (the text's length is enough where nothing expands).</param>
    /// <returns>The number of characters written.</returns>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public static int Fold(ReadOnlySpan<char> source, Span<char> destination)
    {
        return TryFold(source, destination, out var written)
            ? written
            : throw new ArgumentException($"A buffer of {destination.Length} characters does not hold the folded text.", nameof(destination));
    }

    /// <summary>Folds a text into a buffer, if it fits.</summary>
    /// <param name="source">Any UTF-16 text.</param>
    /// <param name="destination">The buffer.</param>
    /// <param name="written">The number of characters written.</param>
    public static bool TryFold(ReadOnlySpan<char> source, Span<char> destination, out int written)
    {
        var read = 0;
        written = 0;
        while (true)
        {
            var plain = CopyPlain(source[read..], destination[written..]);
            read += plain;
            written += plain;
            if (read == source.Length)
            {
                return true;
            }

            // Stays here for the rest of a foldable stretch, so that dense half-width text does not restart the vector loop.
            for (var plainRun = 0; plainRun < 4 && read < source.Length;)
            {
                plainRun = IsPlain(source[read]) ? plainRun + 1 : 0;
                if (!FoldOne(source, ref read, destination, ref written))
                {
                    return false;
                }
            }
        }
    }

    private static bool FoldOne(ReadOnlySpan<char> source, ref int read, Span<char> destination, ref int written)
    {
        var c = source[read++];
        if (c is >= '\uFF61' and <= '\uFF9F')
        {
            return Append(HalfWidth[c - '\uFF61'], destination, ref written);
        }

        if (c is >= '\uFF01' and <= '\uFF5E')
        {
            return Append((char)(c - 0xFEE0), destination, ref written);
        }

        if (IsPlain(c) || !FoldingTable.MayChange(c))
        {
            return Write(c, destination, ref written);
        }

        var codePoint = (int)c;
        var isPair = char.IsHighSurrogate(c) && read < source.Length && char.IsLowSurrogate(source[read]);
        if (isPair)
        {
            codePoint = char.ConvertToUtf32(c, source[read]);
        }

        if (FoldingTable.Map(codePoint) is not { } mapping)
        {
            return Append(c, destination, ref written);
        }

        read += isPair ? 1 : 0;
        foreach (var mapped in mapping)
        {
            if (!Append(mapped, destination, ref written))
            {
                return false;
            }
        }

        return true;
    }

    // A mark composes with the character that it follows; sequences of marks that stand out of order are left as they are.
    private static bool Append(char c, Span<char> destination, ref int written)
    {
        if (written > 0 && FoldingTable.MayChange(c) && FoldingTable.Compose(destination[written - 1], c) is var composed and not '\0')
        {
            destination[written - 1] = composed;
            return true;
        }

        return Write(c, destination, ref written);
    }

    private static bool Write(char c, Span<char> destination, ref int written)
    {
        if (written == destination.Length)
        {
            return false;
        }

        destination[written++] = c;
        return true;
    }

    // Length of the plain start of a text: ASCII, kana, common ideographs, Hangul syllables.
    private static int IndexOfFoldable(ReadOnlySpan<char> source)
    {
        ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(source));
        var i = 0;
        for (; i <= source.Length - Vector512<ushort>.Count; i += Vector512<ushort>.Count)
        {
            var mask = PlainMask(Vector512.LoadUnsafe(ref start, (nuint)i));
            if (mask != Vector512<ushort>.AllBitsSet)
            {
                return i + BitOperations.TrailingZeroCount(~mask.ExtractMostSignificantBits());
            }
        }

        while (i < source.Length && IsPlain(source[i]))
        {
            i++;
        }

        return i;
    }

    // Copies the plain and the full width start of a text; both keep their length.
    private static int CopyPlain(ReadOnlySpan<char> source, Span<char> destination)
    {
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(source));
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(destination));
        var length = Math.Min(source.Length, destination.Length);
        var i = 0;
        for (; i <= length - Vector512<ushort>.Count; i += Vector512<ushort>.Count)
        {
            var block = Vector512.LoadUnsafe(ref from, (nuint)i);
            var wide = InRange(block, 0xFF01, 0xFF5E);
            var space = Vector512.Equals(block, Vector512.Create((ushort)0x3000));
            var copied = PlainMask(block) | wide | space;
            block -= wide & Vector512.Create((ushort)0xFEE0);
            Vector512.ConditionalSelect(space, Vector512.Create((ushort)' '), block).StoreUnsafe(ref to, (nuint)i);
            if (copied != Vector512<ushort>.AllBitsSet)
            {
                // What stands behind the end is written over.
                return i + BitOperations.TrailingZeroCount(~copied.ExtractMostSignificantBits());
            }
        }

        while (i < length && IsPlain(source[i]))
        {
            destination[i] = source[i];
            i++;
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> PlainMask(Vector512<ushort> block) =>
        Vector512.LessThan(block, Vector512.Create((ushort)0xA0))
        | InRange(block, 0x3001, 0x3035)
        | InRange(block, 0x3041, 0x3098)
        | InRange(block, 0x30A0, 0x30FE)
        | InRange(block, 0x4E00, 0x9FFF)
        | InRange(block, 0xAC00, 0xD7A3);

    private static bool IsPlain(char c) =>
        c is < '\u00A0' or (>= '\u3001' and <= '\u3035') or (>= '\u3041' and <= '\u3098') or (>= '\u30A0' and <= '\u30FE') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> InRange(Vector512<ushort> block, ushort low, ushort high) =>
        Vector512.LessThanOrEqual(block - Vector512.Create(low), Vector512.Create((ushort)(high - low)));
}

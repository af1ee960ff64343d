using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Tokens;

/// <summary>Represents what one scan of a text says about its length in any tokenizer: characters by class, runs and UTF-8 bytes.</summary>
/// <remarks>
/// An immutable value. Profiles add up: the sum stands for texts that are tokenized one by one, such as the messages of
/// a conversation. It is not the profile of the texts written as one, where pieces may join at the seams.
/// Lone surrogates count as U+FFFD, as everywhere in counting.
/// </remarks>
public readonly struct TextProfile : IEquatable<TextProfile>
{
    /// <summary>The numbers of a profile: one per feature, and zeros up to whole vectors.</summary>
    internal const int Room = ((int)TextFeature.Count + 7) / 8 * 8;

    private readonly Counts _counts;

    internal TextProfile(in Counts counts) => _counts = counts;

    /// <summary>Gets the UTF-16 units.</summary>
    public int Length => this[TextFeature.Units];

    /// <summary>Gets the bytes of the text in UTF-8.</summary>
    public int Utf8Bytes => this[TextFeature.Utf8Bytes];

    /// <summary>Gets the kana and kanji, with Japanese punctuation and full-width forms, in UTF-16 units.</summary>
    public int JapaneseCharacters => this[TextFeature.Hiragana] + this[TextFeature.Katakana] + this[TextFeature.Kanji]
        + this[TextFeature.CjkPunctuation] + this[TextFeature.WidthForms];

    /// <summary>Gets the hiragana and katakana, in UTF-16 units.</summary>
    public int KanaCharacters => this[TextFeature.Hiragana] + this[TextFeature.Katakana];

    /// <summary>Gets the letters A to Z of either case.</summary>
    public int AsciiLetters => this[TextFeature.Lower] + this[TextFeature.Upper];

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ReadOnlySpan<int> Counted => _counts;

    internal int this[TextFeature feature] => _counts[(int)feature];

    /// <summary>Adds two profiles.</summary>
    /// <param name="left">One profile.</param>
    /// <param name="right">The other profile.</param>
    /// <returns>The profile of both texts, each tokenized by itself.</returns>
    public static TextProfile operator +(in TextProfile left, in TextProfile right)
    {
        var sum = left._counts;
        for (var i = 0; i < Room; i++)
        {
            sum[i] += right._counts[i];
        }

        return new TextProfile(sum);
    }

    /// <summary>Compares two profiles.</summary>
    /// <param name="left">One profile.</param>
    /// <param name="right">The other profile.</param>
    /// <returns>Whether all counts are the same.</returns>
    public static bool operator ==(TextProfile left, TextProfile right) => left.Equals(right);

    /// <summary>Compares two profiles.</summary>
    /// <param name="left">One profile.</param>
    /// <param name="right">The other profile.</param>
    /// <returns>Whether some count differs.</returns>
    public static bool operator !=(TextProfile left, TextProfile right) => !left.Equals(right);

    /// <summary>Adds two profiles.</summary>
    /// <param name="left">One profile.</param>
    /// <param name="right">The other profile.</param>
    /// <returns>The profile of both texts, each tokenized by itself.</returns>
    public static TextProfile Add(TextProfile left, TextProfile right) => left + right;

    /// <summary>Measures a text in one scan, without allocation.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its profile.</returns>
    public static TextProfile Measure(ReadOnlySpan<char> text)
    {
        var scan = default(ProfileScan);
        var units = MemoryMarshal.Cast<char, ushort>(text);
        ref var first = ref MemoryMarshal.GetReference(units);
        var at = 0;
        for (; at + ProfileScan.Block <= units.Length; at += ProfileScan.Block)
        {
            scan.Add(ref Unsafe.Add(ref first, at), ulong.MaxValue);
        }

        if (at < units.Length)
        {
            AddRest(ref scan, units[at..]);
        }

        scan.End();
        return new TextProfile(scan.Counts);
    }

    /// <inheritdoc/>
    public bool Equals(TextProfile other) => ((ReadOnlySpan<int>)_counts).SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextProfile other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, Utf8Bytes, this[TextFeature.Hiragana], this[TextFeature.WordStarts]);

    [SkipLocalsInit]
    private static void AddRest(ref ProfileScan scan, ReadOnlySpan<ushort> units)
    {
        Span<ushort> block = stackalloc ushort[ProfileScan.Block];
        units.CopyTo(block);
        block[units.Length..].Clear();
        ref var first = ref MemoryMarshal.GetReference(block);
        scan.Add(ref first, ulong.MaxValue >> (ProfileScan.Block - units.Length));
    }

    /// <summary>One number for each <see cref="TextFeature"/>.</summary>
    [InlineArray(Room)]
    internal struct Counts
    {
        private int _first;
    }
}

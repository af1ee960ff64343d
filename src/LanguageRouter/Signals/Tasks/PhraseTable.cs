using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Finds the phrases of several lists in one pass over a text.</summary>
/// <remarks>
/// The first two characters of every position are hashed into a filter whose 32 bits stand for classes of the third. Every position that it lets through is noted without a branch;
/// only at those (a few in a hundred) are phrases compared. Positions do not depend on each other, so the pass is faster on Japanese than an automaton that waits for each state's successor.
/// Where several phrases start at one position all are reported, the longest first. An ASCII phrase matches whole words only.
/// Immutable, safe for concurrent use, allocates nothing.
/// </remarks>
internal sealed class PhraseTable
{
    private const uint Multiplier = 0x9E3779B1;
    private const uint SecondMultiplier = 0x85EBCA6B;
    private const int FilterBits = 15;

    // After a phrase of two characters any third may stand.
    private const uint AnyThird = uint.MaxValue;

    // How many characters are compared at once.
    private const int HeadLength = 4;

    private readonly uint[] _filter = new uint[1 << FilterBits];
    private readonly ushort[] _buckets;
    private readonly int _bucketShift;
    private readonly Entry[] _entries;
    private readonly string _characters;

    /// <summary>Builds the table.</summary>
    /// <param name="sets">For each <see cref="PhraseSet"/>, in its order, its phrases: two characters or longer; one that occurs several times is reported once per occurrence.</param>
    /// <exception cref="ArgumentException">A phrase is shorter than two or longer than 255 characters, or there are more than 65,534.</exception>
    public PhraseTable(params IReadOnlyList<string>[] sets)
    {
        var phrases = sets.SelectMany((texts, set) => texts.Select((text, index) => (Text: text, Set: (PhraseSet)set, Index: index))).ToArray();
        if (phrases.Length >= ushort.MaxValue || phrases.Any(phrase => phrase.Text.Length is < 2 or > byte.MaxValue))
        {
            throw new ArgumentException("A table takes up to 65,534 phrases of two characters or more.", nameof(sets));
        }

        var bits = 8;
        while (1 << bits < phrases.Length * 4)
        {
            bits++;
        }

        _bucketShift = 32 - bits;
        _buckets = new ushort[1 << bits];
        _characters = string.Concat(phrases.Select(phrase => phrase.Text));
        var offset = 0;
        var ordered = phrases
            .Select(phrase => (phrase.Text, phrase.Set, phrase.Index, Bucket: BucketOf(phrase.Text), Offset: (offset += phrase.Text.Length) - phrase.Text.Length))
            .OrderBy(phrase => phrase.Bucket)
            .ThenByDescending(phrase => phrase.Text.Length)
            .ThenBy(phrase => phrase.Offset)
            .ToArray();

        // Entry 0 is never used: bucket 0 means "none".
        _entries = new Entry[phrases.Length + 1];
        for (var i = 0; i < ordered.Length; i++)
        {
            var (text, set, index, bucket, at) = ordered[i];
            var last = i + 1 == ordered.Length || ordered[i + 1].Bucket != bucket;
            _entries[i + 1] = new Entry(Head(text), at, (ushort)index, (byte)text.Length, set, char.IsAsciiLetterOrDigit(text[^1]), last);
            if (_buckets[bucket] == 0)
            {
                _buckets[bucket] = (ushort)(i + 1);
            }

            _filter[Hash(Key(text)) >> (32 - FilterBits)] |= text.Length == 2 ? AnyThird : 1U << (text[2] & 31);
        }
    }

    /// <summary>Finds every phrase in a text.</summary>
    /// <param name="text">The folded text, at most <see cref="InstructionText.BufferSize"/> characters.</param>
    /// <param name="matches">Receives the phrases; those that do not fit are left out.</param>
    /// <returns>How many there are.</returns>
    [SkipLocalsInit]
    public int Find(ReadOnlySpan<char> text, Span<PhraseMatch> matches)
    {
        Span<ushort> starts = stackalloc ushort[InstructionText.BufferSize];
        var count = 0;
        foreach (var start in starts[..FindStarts(text, starts)])
        {
            if (start == 0 || !char.IsAsciiLetterOrDigit(text[start]) || !char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                count = Compare(text, start, matches, count);
            }
        }

        return count;
    }

    private int FindStarts(ReadOnlySpan<char> text, Span<ushort> starts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, starts.Length);
        var last = text.Length - 2;
        if (last < 0)
        {
            return 0;
        }

        ref var characters = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        ref var start = ref MemoryMarshal.GetReference(starts);
        var count = 0;
        for (var i = 0; i < last; i++)
        {
            // The machine shifts by the lowest five bits of the third character.
            ref var at = ref Unsafe.Add(ref characters, i * sizeof(char));
            var thirds = Unsafe.Add(ref filter, Hash(Unsafe.ReadUnaligned<uint>(ref at)) >> (32 - FilterBits));
            Unsafe.Add(ref start, count) = (ushort)i;
            count += (int)(thirds >> Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref at, 2 * sizeof(char)))) & 1;
        }

        Unsafe.Add(ref start, count) = (ushort)last;
        return count + 1;
    }

    private static uint Key(ReadOnlySpan<char> text) => text[0] | ((uint)text[1] << 16);

    private static uint Hash(uint key) => key * Multiplier;

    private static uint Hash(uint key, uint third) => (key * Multiplier) ^ (third * SecondMultiplier);

    // Phrases of two characters and longer ones lie apart, so that a common pair of characters has no long list to compare.
    private uint BucketOf(string text) => (text.Length == 2 ? Hash(Key(text)) : Hash(Key(text), text[2])) >> _bucketShift;

    // The first four characters as one number; missing ones are zero.
    private static ulong Head(ReadOnlySpan<char> text)
    {
        if (text.Length >= HeadLength)
        {
            return Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text)));
        }

        return Key(text) | (text.Length > 2 ? (ulong)text[2] << 32 : 0);
    }

    private int Compare(ReadOnlySpan<char> text, int start, Span<PhraseMatch> matches, int count)
    {
        var rest = text[start..];
        var head = Head(rest);
        if (rest.Length > 2 && _buckets[Hash((uint)head, rest[2]) >> _bucketShift] is not 0 and var longer)
        {
            count = CompareBucket(rest, head, longer, start, matches, count);
        }

        return _buckets[Hash((uint)head) >> _bucketShift] is not 0 and var pair ? CompareBucket(rest, head, pair, start, matches, count) : count;
    }

    private int CompareBucket(ReadOnlySpan<char> rest, ulong head, int index, int start, Span<PhraseMatch> matches, int count)
    {
        bool last;
        do
        {
            ref readonly var entry = ref _entries[index++];
            last = entry.IsLast;
            if (entry.Length <= rest.Length && count < matches.Length && Matches(rest, head, entry))
            {
                matches[count++] = new PhraseMatch((ushort)start, entry.Phrase, entry.Length, entry.Set);
            }
        }
        while (!last);
        return count;
    }

    private bool Matches(ReadOnlySpan<char> rest, ulong head, in Entry entry)
    {
        int length = entry.Length;
        var mask = length >= HeadLength ? ulong.MaxValue : (1UL << (16 * length)) - 1;
        return (head & mask) == entry.Head
            && (length <= HeadLength || rest[HeadLength..length].SequenceEqual(_characters.AsSpan(entry.Offset + HeadLength, length - HeadLength)))
            && (!entry.EndsInWord || length == rest.Length || !char.IsAsciiLetterOrDigit(rest[length]));
    }

    private readonly record struct Entry(ulong Head, int Offset, ushort Phrase, byte Length, PhraseSet Set, bool EndsInWord, bool IsLast);
}

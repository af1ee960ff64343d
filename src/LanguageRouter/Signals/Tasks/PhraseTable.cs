using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Finds many phrases in one pass over a text.</summary>
/// <remarks>
/// The first two characters of every position are hashed into a filter of 32 KB whose bits stand for classes of the third; within an ASCII word none starts; only where it answers yes (a few positions
/// in a hundred) are phrases compared. Positions do not depend on each other, so the pass is faster on Japanese than an automaton that waits for each state's successor.
/// Where several phrases start at one position all are reported, the longest first. An ASCII phrase matches whole words only.
/// Immutable, safe for concurrent use, allocates nothing.
/// </remarks>
internal sealed class PhraseTable
{
    private const uint Multiplier = 0x9E3779B1;
    private const uint SecondMultiplier = 0x85EBCA6B;
    private const int FilterBits = 14;

    // The last bit of a filter entry says that a phrase of two characters may start here; the others are classes of the third character (the last class shares the bit).
    private const int Pair = 1 << 15;

    // How many characters are compared at once.
    private const int HeadLength = 4;

    private readonly ushort[] _filter = new ushort[1 << FilterBits];
    private readonly ushort[] _buckets;
    private readonly int _bucketShift;
    private readonly Entry[] _entries;
    private readonly string _characters;

    /// <summary>Builds the table.</summary>
    /// <param name="phrases">The phrases, two characters or longer; a text that occurs several times is reported once per occurrence.</param>
    /// <exception cref="ArgumentException">A phrase is shorter than two or longer than 255 characters, or there are more than 65,534.</exception>
    public PhraseTable(IReadOnlyList<string> phrases)
    {
        if (phrases.Count >= ushort.MaxValue || phrases.Any(text => text.Length is < 2 or > byte.MaxValue))
        {
            throw new ArgumentException("A table takes up to 65,534 phrases of two characters or more.", nameof(phrases));
        }

        var bits = 8;
        while (1 << bits < phrases.Count * 4)
        {
            bits++;
        }

        _bucketShift = 32 - bits;
        _buckets = new ushort[1 << bits];
        _characters = string.Concat(phrases);
        var offsets = new int[phrases.Count];
        for (var i = 1; i < phrases.Count; i++)
        {
            offsets[i] = offsets[i - 1] + phrases[i - 1].Length;
        }

        var order = Enumerable.Range(0, phrases.Count)
            .OrderBy(i => BucketOf(phrases[i]))
            .ThenByDescending(i => phrases[i].Length)
            .ThenBy(i => i)
            .ToArray();

        // Entry 0 is never used: bucket 0 means "none".
        _entries = new Entry[phrases.Count + 1];
        for (var i = 0; i < order.Length; i++)
        {
            var text = phrases[order[i]];
            var bucket = BucketOf(text);
            var last = i + 1 == order.Length || BucketOf(phrases[order[i + 1]]) != bucket;
            var words = (char.IsAsciiLetterOrDigit(text[0]) ? Words.Start : 0) | (char.IsAsciiLetterOrDigit(text[^1]) ? Words.End : 0) | (last ? Words.LastEntry : 0);
            _entries[i + 1] = new Entry(Head(text), offsets[order[i]], (ushort)order[i], (byte)text.Length, words);
            if (_buckets[bucket] == 0)
            {
                _buckets[bucket] = (ushort)(i + 1);
            }

            _filter[Hash(Key(text)) >> (32 - FilterBits)] |= (ushort)(text.Length == 2 ? Pair : 1 << (text[2] & 0xF));
        }
    }

    [Flags]
    private enum Words : byte
    {
        Start = 1,
        End = 2,
        LastEntry = 4,
    }

    /// <summary>Reports every phrase in a text.</summary>
    /// <typeparam name="TSink">A struct, so that the call is direct.</typeparam>
    /// <param name="text">The folded text.</param>
    /// <param name="sink">Receives the phrases.</param>
    public void Scan<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IPhraseSink, allows ref struct
    {
        ref var characters = ref MemoryMarshal.GetReference(text);
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var last = text.Length - 2;
        if (last < 0)
        {
            return;
        }

        // 0 is no part of a word.
        uint before = 0;
        uint first = characters;
        uint second = Unsafe.Add(ref characters, 1);
        for (var i = 0; i < last; i++)
        {
            uint third = Unsafe.Add(ref characters, i + 2);
            var key = first | (second << 16);
            var classes = Unsafe.Add(ref filter, Hash(key) >> (32 - FilterBits)) & (Pair | (1u << (int)(third & 0xF)));
            if (classes != 0 && !(char.IsAsciiLetterOrDigit((char)first) && char.IsAsciiLetterOrDigit((char)before)))
            {
                Compare(text, i, key, classes, ref sink);
            }

            before = first;
            first = second;
            second = third;
        }

        if (!(char.IsAsciiLetterOrDigit((char)first) && char.IsAsciiLetterOrDigit((char)before)))
        {
            Compare(text, last, first | (second << 16), Pair, ref sink);
        }
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Compare<TSink>(ReadOnlySpan<char> text, int start, uint key, uint classes, ref TSink sink)
        where TSink : struct, IPhraseSink, allows ref struct
    {
        var rest = text[start..];
        var head = Head(rest);
        if (rest.Length > 2)
        {
            CompareBucket(rest, head, _buckets[Hash(key, rest[2]) >> _bucketShift], start, ref sink);
        }

        if ((classes & Pair) != 0)
        {
            CompareBucket(rest, head, _buckets[Hash(key) >> _bucketShift], start, ref sink);
        }
    }

    private void CompareBucket<TSink>(ReadOnlySpan<char> rest, ulong head, int index, int start, ref TSink sink)
        where TSink : struct, IPhraseSink, allows ref struct
    {
        if (index == 0)
        {
            return;
        }

        Words words;
        do
        {
            ref readonly var entry = ref _entries[index++];
            words = entry.Words;
            if (entry.Length <= rest.Length && Matches(rest, head, entry))
            {
                sink.Found(start, entry.Length, entry.Phrase);
            }
        }
        while ((words & Words.LastEntry) == 0);
    }

    private bool Matches(ReadOnlySpan<char> rest, ulong head, in Entry entry)
    {
        int length = entry.Length;
        var mask = length >= HeadLength ? ulong.MaxValue : (1UL << (16 * length)) - 1;
        return (head & mask) == entry.Head
            && (length <= HeadLength || rest[HeadLength..length].SequenceEqual(_characters.AsSpan(entry.Offset + HeadLength, length - HeadLength)))
            && ((entry.Words & Words.End) == 0 || length == rest.Length || !char.IsAsciiLetterOrDigit(rest[length]));
    }

    private readonly record struct Entry(ulong Head, int Offset, ushort Phrase, byte Length, Words Words);
}

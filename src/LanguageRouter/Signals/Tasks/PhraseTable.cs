using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Finds many phrases in one pass over a text.</summary>
/// <remarks>
/// The first two characters of every position are hashed into a bitmap of 8 KB; only where it answers yes (a few positions in a hundred) are phrases compared.
/// Positions do not depend on each other, so the pass is faster on Japanese than an automaton that waits for each state's successor.
/// Where several phrases start at one position all are reported, the longest first. An ASCII phrase matches whole words only. Immutable, safe for concurrent use, allocates nothing.
/// </remarks>
internal sealed class PhraseTable
{
    private const uint Multiplier = 0x9E3779B1;
    private const int BitmapShift = 16;

    private readonly byte[] _bitmap = new byte[1 << (BitmapShift - 3)];
    private readonly ushort[] _buckets;
    private readonly int _bucketShift;
    private readonly Entry[] _entries;
    private readonly string _characters;

    /// <summary>Builds the table.</summary>
    /// <param name="phrases">The phrases, two characters or longer; a text that occurs several times is reported once per occurrence.</param>
    /// <exception cref="ArgumentException">A phrase is shorter than two characters.</exception>
    public PhraseTable(IReadOnlyList<string> phrases)
    {
        var bits = 10;
        while (1 << bits < phrases.Count * 4)
        {
            bits++;
        }

        _bucketShift = 32 - bits;
        _buckets = new ushort[1 << bits];
        var order = Enumerable.Range(0, phrases.Count)
            .OrderBy(i => Hash(Key(phrases[i])) >> _bucketShift)
            .ThenByDescending(i => phrases[i].Length)
            .ThenBy(i => i)
            .ToArray();

        // Entry 0 is a sentinel: bucket 0 means "none".
        _entries = new Entry[phrases.Count + 1];
        _characters = string.Concat(phrases);
        var offsets = new int[phrases.Count];
        for (var i = 1; i < phrases.Count; i++)
        {
            offsets[i] = offsets[i - 1] + phrases[i - 1].Length;
        }

        for (var i = 0; i < order.Length; i++)
        {
            var text = phrases[order[i]];
            if (text.Length < 2)
            {
                throw new ArgumentException($"The phrase '{text}' is shorter than two characters.", nameof(phrases));
            }

            var hash = Hash(Key(text));
            var bucket = hash >> _bucketShift;
            var last = i + 1 == order.Length || Hash(Key(phrases[order[i + 1]])) >> _bucketShift != bucket;
            var word = (char.IsAsciiLetterOrDigit(text[0]) ? 1 : 0) | (char.IsAsciiLetterOrDigit(text[^1]) ? 2 : 0);
            _entries[i + 1] = new Entry(Key(text), offsets[order[i]], order[i], (ushort)text.Length, (byte)word, last);
            if (_buckets[bucket] == 0)
            {
                _buckets[bucket] = (ushort)(i + 1);
            }

            _bitmap[hash >> (32 - BitmapShift) >> 3] |= (byte)(1 << (int)((hash >> (32 - BitmapShift)) & 7));
        }
    }

    /// <summary>Reports every phrase in a text.</summary>
    /// <typeparam name="TSink">A struct, so that the call is inlined.</typeparam>
    /// <param name="text">The folded text.</param>
    /// <param name="sink">Receives the phrases.</param>
    [SkipLocalsInit]
    public void Scan<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IPhraseSink, allows ref struct
    {
        ref var characters = ref MemoryMarshal.GetReference(text);
        ref var bitmap = ref MemoryMarshal.GetArrayDataReference(_bitmap);
        uint previous = text.Length > 0 ? characters : 0u;
        for (var i = 1; i < text.Length; i++)
        {
            uint current = Unsafe.Add(ref characters, i);
            var key = previous | (current << 16);
            previous = current;
            var slot = Hash(key) >> (32 - BitmapShift);
            if ((Unsafe.Add(ref bitmap, slot >> 3) & (1 << (int)(slot & 7))) != 0)
            {
                Compare(text, i - 1, key, ref sink);
            }
        }
    }

    private static uint Key(ReadOnlySpan<char> text) => text.Length < 2 ? text[0] : text[0] | ((uint)text[1] << 16);

    private static uint Hash(uint key) => key * Multiplier;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Compare<TSink>(ReadOnlySpan<char> text, int start, uint key, ref TSink sink)
        where TSink : struct, IPhraseSink, allows ref struct
    {
        int index = _buckets[Hash(key) >> _bucketShift];
        if (index == 0)
        {
            return;
        }

        while (true)
        {
            ref readonly var entry = ref _entries[index];
            if (entry.Key == key && Matches(text, start, entry))
            {
                sink.Found(start, entry.Length, entry.Phrase);
            }

            if (entry.Last)
            {
                return;
            }

            index++;
        }
    }

    private bool Matches(ReadOnlySpan<char> text, int start, in Entry entry)
    {
        if (entry.Length > text.Length - start
            || !text.Slice(start + 2, entry.Length - 2).SequenceEqual(_characters.AsSpan(entry.Offset + 2, entry.Length - 2)))
        {
            return false;
        }

        var end = start + entry.Length;
        return ((entry.Word & 1) == 0 || start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]))
            && ((entry.Word & 2) == 0 || end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
    }

    private readonly record struct Entry(uint Key, int Offset, int Phrase, ushort Length, byte Word, bool Last);
}

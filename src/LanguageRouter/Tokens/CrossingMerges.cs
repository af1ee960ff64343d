using System.Buffers;
using System.Text;

namespace LanguageRouter.Tokens;

/// <summary>Finds where bytes of a character may merge with a neighbour before the character itself is whole.</summary>
/// <remarks>
/// Counting starts from whole characters. That is right unless a merge takes a part of a character together with a
/// neighbour first: the vocabularies have a few hundred tokens that end or begin inside a character, such as a space
/// with E3 82. The first merge of that kind in a text is either of (1) tokens that end in, or lie at the end of, one
/// character with the leading bytes of the next, or (2) the trailing bytes of a character with tokens that begin with
/// the next. It happens only where the part is there at that rank, before its own character takes it: such neighbours
/// are a crossing pair, and both are counted from their bytes. Once they are, their parts may live longer than in a
/// character alone; <see cref="ReachOf"/> says to which further neighbours that could matter.
/// </remarks>
internal sealed class CrossingMerges
{
    /// <summary>Trailing bytes that some token continues beyond the character.</summary>
    public const byte TailReaches = 1;

    /// <summary>The character, or leading bytes of it, that some token holds after such trailing bytes.</summary>
    public const byte HeadFollowsTail = 2;

    /// <summary>A character that some token continues with leading bytes of the next.</summary>
    public const byte Reaches = 4;

    /// <summary>Leading bytes that some token holds after such a character.</summary>
    public const byte HeadFollows = 8;

    private readonly BytePairVocabulary vocabulary;
    private readonly BytePairMerges merges;
    private readonly uint[] byteIds;
    private readonly Dictionary<string, List<(char Left, uint Rank)>> headsAfterCharacters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Left, uint Rank)>> headsAfterTails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(char Right, uint Rank)>> tailsBeforeCharacters = new(StringComparer.Ordinal);
    private readonly HashSet<string> tails = new(StringComparer.Ordinal);
    private readonly HashSet<char> charactersBeforeHeads = [];
    private readonly HashSet<char> charactersAfterTails = [];

    public CrossingMerges(BytePairVocabulary vocabulary, BytePairMerges merges, uint[] byteIds)
    {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.byteIds = byteIds;
    }

    /// <summary>Notes one token and the two it is merged from.</summary>
    public void Note(uint left, uint right, uint merged)
    {
        var head = vocabulary[(int)left];
        var tail = vocabulary[(int)right];
        if (IsContinuation(tail[0]))
        {
            return;
        }

        var headIsPart = head.IndexOfAnyExceptInRange((byte)0x80, (byte)0xBF) < 0;
        if (tail.Length < Length(tail[0]))
        {
            if (headIsPart)
            {
                tails.Add(Key(head));
                Add(headsAfterTails, Key(tail), (Key(head), merged));
            }
            else if (Rune.DecodeLastFromUtf8(head, out var last, out _) == OperationStatus.Done && last.IsBmp)
            {
                charactersBeforeHeads.Add((char)last.Value);
                Add(headsAfterCharacters, Key(tail), ((char)last.Value, merged));
            }
        }
        else if (headIsPart && Rune.DecodeFromUtf8(tail, out var rune, out _) == OperationStatus.Done && rune.IsBmp)
        {
            tails.Add(Key(head));
            charactersAfterTails.Add((char)rune.Value);
            Add(tailsBeforeCharacters, Key(head), ((char)rune.Value, merged));
        }
    }

    /// <summary>Gets the pairs of neighbours (left above right, 16 bits each) that must be counted from their bytes.</summary>
    public HashSet<uint> FindPairs()
    {
        var pairs = new HashSet<uint>();
        var endings = new Dictionary<string, List<char>>(StringComparer.Ordinal);
        Span<byte> utf8 = stackalloc byte[4];
        Span<(int Start, int End, uint Until)> parts = stackalloc (int, int, uint)[8];
        foreach (var character in CharactersOfMoreBytes())
        {
            var bytes = utf8[..new Rune(character).EncodeToUtf8(utf8)];
            for (var start = 1; start < bytes.Length; start++)
            {
                var ending = Key(bytes[start..]);
                if (tails.Contains(ending))
                {
                    Add(endings, ending, character);
                }
            }
        }

        foreach (var character in CharactersOfMoreBytes())
        {
            var bytes = utf8[..new Rune(character).EncodeToUtf8(utf8)];
            foreach (var (start, end, until) in parts[..PartsOf(bytes, parts)])
            {
                var part = Key(bytes[start..end]);
                if (start == 0 && end < bytes.Length)
                {
                    AddHeads(pairs, character, part, until, endings);
                }
                else if (start > 0 && end == bytes.Length && tailsBeforeCharacters.TryGetValue(part, out var rights))
                {
                    pairs.UnionWith(rights.Where(r => r.Rank < until).Select(r => Pair(character, r.Right)));
                }
            }
        }

        return pairs;
    }

    /// <summary>Gets what parts of a character that is counted from its bytes could reach.</summary>
    public byte ReachOf(char character)
    {
        var reach = charactersAfterTails.Contains(character) ? HeadFollowsTail : (byte)0;
        reach |= charactersBeforeHeads.Contains(character) ? Reaches : (byte)0;
        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..new Rune(character).EncodeToUtf8(bytes)];
        for (var at = 1; at < bytes.Length; at++)
        {
            reach |= tails.Contains(Key(bytes[at..])) ? TailReaches : (byte)0;
            reach |= headsAfterTails.ContainsKey(Key(bytes[..at])) ? HeadFollowsTail : (byte)0;
            reach |= headsAfterCharacters.ContainsKey(Key(bytes[..at])) ? HeadFollows : (byte)0;
        }

        return reach;
    }

    private static IEnumerable<char> CharactersOfMoreBytes() =>
        Enumerable.Range(0x80, 0x10000 - 0x80).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c);

    private void AddHeads(HashSet<uint> pairs, char character, string part, uint until, Dictionary<string, List<char>> endings)
    {
        if (headsAfterCharacters.TryGetValue(part, out var lefts))
        {
            pairs.UnionWith(lefts.Where(l => l.Rank < until).Select(l => Pair(l.Left, character)));
        }

        if (headsAfterTails.TryGetValue(part, out var tailsBefore))
        {
            foreach (var (tail, rank) in tailsBefore)
            {
                if (rank < until && endings.TryGetValue(tail, out var ended))
                {
                    pairs.UnionWith(ended.Select(left => Pair(left, character)));
                }
            }
        }
    }

    private static uint Pair(char left, char right) => ((uint)left << 16) | right;

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item) =>
        (lists.TryGetValue(key, out var list) ? list : lists[key] = []).Add(item);

    // Every part that exists while a character's bytes merge, and the rank at which it is taken.
    private int PartsOf(ReadOnlySpan<byte> bytes, Span<(int Start, int End, uint Until)> parts)
    {
        Span<int> starts = stackalloc int[5];
        Span<uint> ids = stackalloc uint[4];
        var count = bytes.Length;
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            starts[i] = i;
            ids[i] = byteIds[bytes[i]];
        }

        starts[count] = count;
        while (true)
        {
            var least = BytePairMerges.None;
            var at = -1;
            for (var i = 0; i + 1 < count; i++)
            {
                var merged = merges.Find(ids[i], ids[i + 1]);
                (least, at) = merged < least ? (merged, i) : (least, at);
            }

            if (at < 0)
            {
                break;
            }

            parts[found++] = (starts[at], starts[at + 1], least);
            parts[found++] = (starts[at + 1], starts[at + 2], least);
            ids[at] = least;
            ids[(at + 2)..count].CopyTo(ids[(at + 1)..]);
            starts[(at + 2)..(count + 1)].CopyTo(starts[(at + 1)..]);
            count--;
        }

        for (var i = 0; i < count; i++)
        {
            parts[found++] = (starts[i], starts[i + 1], uint.MaxValue);
        }

        return found;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static int Length(byte lead) => lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    private static string Key(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}

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
/// character alone; the reach of a character says to which further neighbours that could matter.
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

    private readonly BytePairVocabulary _vocabulary;
    private readonly BytePairMerges _merges;
    private readonly uint[] _byteIds;
    private readonly Dictionary<uint, List<(char Left, uint Rank)>> headsAfterCharacters = [];
    private readonly Dictionary<uint, List<(uint Left, uint Rank)>> headsAfterTails = [];
    private readonly Dictionary<uint, uint> _tails = [];
    private readonly Dictionary<char, List<uint>> _tailsBefore = [];
    private readonly HashSet<char> _charactersBeforeHeads = [];
    private readonly HashSet<ulong> _pairs = [];

    public CrossingMerges(BytePairVocabulary vocabulary, BytePairMerges merges, uint[] byteIds)
    {
        _vocabulary = vocabulary;
        _merges = merges;
        _byteIds = byteIds;
    }

    /// <summary>Notes one token and the two it is merged from.</summary>
    public void Note(uint left, uint right, uint merged)
    {
        var head = _vocabulary[(int)left];
        var tail = _vocabulary[(int)right];
        if (IsContinuation(tail[0]))
        {
            return;
        }

        var headIsPart = head.Length < 4 && head.IndexOfAnyExceptInRange((byte)0x80, (byte)0xBF) < 0;
        if (tail.Length < Length(tail[0]))
        {
            if (headIsPart)
            {
                AddTail(Pack(head), merged);
                Add(headsAfterTails, Pack(tail), (Pack(head), merged));
            }
            else if (Rune.DecodeLastFromUtf8(head, out var last, out _) == OperationStatus.Done && last.IsBmp)
            {
                _charactersBeforeHeads.Add((char)last.Value);
                Add(headsAfterCharacters, Pack(tail), ((char)last.Value, merged));
            }
        }
        else if (headIsPart && Rune.DecodeFromUtf8(tail, out var rune, out _) == OperationStatus.Done && rune.IsBmp)
        {
            AddTail(Pack(head), merged);
            Add(_tailsBefore, (char)rune.Value, Pack(head));
        }
    }

    /// <summary>Gets the flags of a character, and notes the pairs that it is the right one of.</summary>
    public (uint Flags, byte Reach) Learn(char character)
    {
        var flags = character == ' ' ? CharacterRecord.CrossesSpace << CharacterRecord.LeftShift : 0;
        var reach = _charactersBeforeHeads.Contains(character) ? Reaches : (byte)0;
        flags |= character != ' ' && reach != 0 ? CharacterRecord.CrossesCharacter << CharacterRecord.LeftShift : 0;
        if (_tailsBefore.TryGetValue(character, out var before))
        {
            reach |= HeadFollowsTail;
            flags |= CharacterRecord.CrossesTail;
            before.ForEach(tail => _pairs.Add(PairAfterTail(tail, character)));
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..new Rune(character).EncodeToUtf8(bytes)];
        for (var at = 1; at < bytes.Length; at++)
        {
            reach |= _tails.ContainsKey(Pack(bytes[at..])) ? TailReaches : (byte)0;
            reach |= headsAfterTails.ContainsKey(Pack(bytes[..at])) ? HeadFollowsTail : (byte)0;
            reach |= headsAfterCharacters.ContainsKey(Pack(bytes[..at])) ? HeadFollows : (byte)0;
        }

        if (bytes.Length == 1)
        {
            return (flags, reach);
        }

        Span<(int Start, int End, uint Until)> parts = stackalloc (int, int, uint)[8];
        foreach (var (start, end, until) in parts[..PartsOf(bytes, parts)])
        {
            if (start == 0 && end < bytes.Length)
            {
                flags |= LearnHead(character, Pack(bytes[..end]), until);
            }
            else if (start > 0 && end == bytes.Length && _tails.TryGetValue(Pack(bytes[start..]), out var least) && least < until)
            {
                flags |= CharacterRecord.CrossesTail << CharacterRecord.LeftShift;
            }
        }

        return (flags, reach);
    }

    /// <summary>Gets the most tokens that a text can owe to a character, whatever stands beside it but a space, which can add one.</summary>
    /// <remarks>
    /// A token belongs to the last character that lies whole in it, or else, if it begins with the end of one character
    /// and holds leading bytes of the next, to that next one, or else to the one it lies in. A character that lies whole
    /// in a token owns at most that token. One that no merge enters from the left owns no more than it has alone: what
    /// its end gives to the right belongs to the right. Where its leading bytes are taken, it owns what is left of it,
    /// and the taking token too if that begins inside the character before.
    /// </remarks>
    public int MostTokens(char character)
    {
        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..new Rune(character).EncodeToUtf8(bytes)];
        Span<(int Start, int End, uint Until)> parts = stackalloc (int, int, uint)[8];
        var found = PartsOf(bytes, parts);
        var most = 0;
        foreach (var (_, _, until) in parts[..found])
        {
            most += until == uint.MaxValue ? 1 : 0;
        }

        foreach (var (start, end, until) in parts[..found])
        {
            if (start != 0 || end == bytes.Length)
            {
                continue;
            }

            var head = Pack(bytes[..end]);
            var rest = bytes.Length - end;
            if (rest == 2 && _merges.Find(_byteIds[bytes[^2]], _byteIds[bytes[^1]]) != BytePairMerges.None)
            {
                rest = 1;
            }

            var afterTail = headsAfterTails.TryGetValue(head, out var tailsOfHead) && tailsOfHead.Exists(t => t.Rank < until);
            var afterCharacter = headsAfterCharacters.TryGetValue(head, out var lefts) && lefts.Exists(l => l.Left != ' ' && l.Rank < until);
            most = Math.Max(most, afterTail ? rest + 1 : afterCharacter ? rest : 0);
        }

        return most;
    }

    /// <summary>Whether parts of two neighbours whose flags meet may merge before both are whole.</summary>
    public bool AreCrossing(char left, char right)
    {
        if (left == ' ' || _pairs.Contains(PairAfterCharacter(left, right)))
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..new Rune(left).EncodeToUtf8(bytes)];
        for (var at = 1; at < bytes.Length; at++)
        {
            if (_pairs.Contains(PairAfterTail(Pack(bytes[at..]), right)))
            {
                return true;
            }
        }

        return false;
    }

    private uint LearnHead(char character, uint head, uint until)
    {
        uint flags = 0;
        if (headsAfterCharacters.TryGetValue(head, out var lefts))
        {
            foreach (var (left, rank) in lefts)
            {
                if (rank < until && left == ' ')
                {
                    flags |= CharacterRecord.CrossesSpace;
                }
                else if (rank < until)
                {
                    flags |= CharacterRecord.CrossesCharacter;
                    _pairs.Add(PairAfterCharacter(left, character));
                }
            }
        }

        if (headsAfterTails.TryGetValue(head, out var tailsOfHead))
        {
            foreach (var (tail, rank) in tailsOfHead)
            {
                if (rank < until)
                {
                    flags |= CharacterRecord.CrossesTail;
                    _pairs.Add(PairAfterTail(tail, character));
                }
            }
        }

        return flags;
    }

    private static ulong PairAfterCharacter(char left, char right) => (1UL << 48) | ((ulong)left << 16) | right;

    private static ulong PairAfterTail(uint tail, char right) => ((ulong)tail << 16) | right;

    // Up to three bytes with their number above them.
    private static uint Pack(ReadOnlySpan<byte> bytes)
    {
        uint packed = 1;
        foreach (var value in bytes)
        {
            packed = (packed << 8) | value;
        }

        return packed;
    }

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull => (lists.TryGetValue(key, out var list) ? list : lists[key] = []).Add(item);

    private void AddTail(uint tail, uint rank) => _tails[tail] = _tails.TryGetValue(tail, out var least) ? Math.Min(least, rank) : rank;

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
            ids[i] = _byteIds[bytes[i]];
        }

        starts[count] = count;
        while (true)
        {
            var least = BytePairMerges.None;
            var at = -1;
            for (var i = 0; i + 1 < count; i++)
            {
                var merged = _merges.Find(ids[i], ids[i + 1]);
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
}

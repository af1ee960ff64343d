using System.Text;

namespace LanguageRouter.Tokens;

/// <summary>Finds the characters whose bytes may merge with a neighbour before the character itself is whole.</summary>
/// <remarks>
/// Counting starts from whole characters. That is right unless a merge takes a part of a character together with a
/// neighbour first: the vocabularies have a few hundred tokens that end or begin inside a character, such as a space
/// with E3 82. The first merge of that kind in a text is either of (1) tokens that end in, or lie at the end of, one
/// character with the leading bytes of the next, or (2) the trailing bytes of a character with tokens that begin with
/// the next. It happens only where the part is there at that rank, before its own character takes it. Both
/// neighbours are marked; a piece where marked neighbours meet is counted from its bytes.
/// </remarks>
internal sealed class CrossingMerges
{
    private readonly BytePairVocabulary vocabulary;
    private readonly BytePairMerges merges;
    private readonly uint[] byteIds;
    private readonly Dictionary<string, List<uint>> leadingParts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<uint>> leadingPartsAfterSpace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> trailingParts = new(StringComparer.Ordinal);
    private readonly HashSet<string> tailsBeforeParts = new(StringComparer.Ordinal);
    private readonly HashSet<char> charactersBeforeParts = [];
    private readonly Dictionary<char, List<string>> tailsBeforeCharacters = [];

    public CrossingMerges(BytePairVocabulary vocabulary, BytePairMerges merges, uint[] byteIds)
    {
        this.vocabulary = vocabulary;
        this.merges = merges;
        this.byteIds = byteIds;
    }

    /// <summary>Gets for each character marked <see cref="CharacterRecord.JoinsTail"/> the tails (bytes as characters) it joins.</summary>
    public IReadOnlyDictionary<char, List<string>> TailsBefore => tailsBeforeCharacters;

    /// <summary>Notes one token and the two it is merged from.</summary>
    public void Note(uint left, uint right, uint merged)
    {
        var head = vocabulary[(int)left];
        var tail = vocabulary[(int)right];
        if (IsContinuation(tail[0]))
        {
            return;
        }

        var tailIsPart = tail.Length < Length(tail[0]);
        var headIsPart = head.IndexOfAnyExceptInRange((byte)0x80, (byte)0xBF) < 0;
        if (tailIsPart)
        {
            var part = Key(tail);
            if (headIsPart)
            {
                tailsBeforeParts.Add(Key(head));
            }
            else
            {
                charactersBeforeParts.Add(LastCharacter(head));
            }

            var parts = !headIsPart && head[^1] == ' ' ? leadingPartsAfterSpace : leadingParts;
            (parts.TryGetValue(part, out var ranks) ? ranks : parts[part] = []).Add(merged);
        }
        else if (headIsPart && Rune.DecodeFromUtf8(tail, out var rune, out _) == System.Buffers.OperationStatus.Done && rune.IsBmp)
        {
            var key = Key(head);
            trailingParts[key] = trailingParts.TryGetValue(key, out var least) ? Math.Min(least, merged) : merged;
            var character = (char)rune.Value;
            (tailsBeforeCharacters.TryGetValue(character, out var tails) ? tails : tailsBeforeCharacters[character] = []).Add(key);
        }
    }

    /// <summary>Gets the neighbour flags of a character.</summary>
    public uint FlagsOf(char character)
    {
        uint flags = tailsBeforeCharacters.ContainsKey(character) ? CharacterRecord.JoinsTail : 0;
        flags |= character == ' ' ? CharacterRecord.JoinsSpace << CharacterRecord.JoinShift : 0;
        flags |= character != ' ' && charactersBeforeParts.Contains(character) ? CharacterRecord.JoinsBefore << CharacterRecord.JoinShift : 0;
        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..new Rune(character).EncodeToUtf8(bytes)];
        Span<(int Start, int End, uint Until)> parts = stackalloc (int, int, uint)[8];
        foreach (var (start, end, until) in parts[..PartsOf(bytes, parts)])
        {
            var key = Key(bytes[start..end]);
            if (start == 0 && end < bytes.Length)
            {
                flags |= leadingParts.TryGetValue(key, out var ranks) && ranks.Exists(r => r < until) ? CharacterRecord.JoinsBefore : 0;
                flags |= leadingPartsAfterSpace.TryGetValue(key, out ranks) && ranks.Exists(r => r < until) ? CharacterRecord.JoinsSpace : 0;
            }
            else if (end == bytes.Length && start > 0 && trailingParts.TryGetValue(key, out var least) && least < until)
            {
                flags |= CharacterRecord.JoinsTail << CharacterRecord.JoinShift;
            }
        }

        for (var start = 1; start < bytes.Length; start++)
        {
            flags |= tailsBeforeParts.Contains(Key(bytes[start..])) ? CharacterRecord.JoinsBefore << CharacterRecord.JoinShift : 0;
        }

        return flags;
    }

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

    private static char LastCharacter(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out var rune, out _) == System.Buffers.OperationStatus.Done && rune.IsBmp ? (char)rune.Value : '\uFFFD';

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static int Length(byte lead) => lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    private static string Key(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}

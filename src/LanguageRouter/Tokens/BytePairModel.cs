using System.Text;
using System.Text.Unicode;

namespace LanguageRouter.Tokens;

/// <summary>The tables that one vocabulary is counted with, immutable once built.</summary>
internal sealed class BytePairModel
{
    private readonly CrossingMerges _crossing;
    private readonly HashSet<uint> _bigramsOfBroken = [];
    private readonly byte[] _reach = new byte[char.MaxValue + 1];

    private BytePairModel(BytePairVocabulary vocabulary)
    {
        ByteIds = BytesOf(vocabulary);
        Merges = new BytePairMerges(vocabulary.Count);
        _crossing = new CrossingMerges(vocabulary, Merges, ByteIds);
        LearnMerges(vocabulary);
        Records = LearnCharacters();
        (Bigrams, Words) = LearnNeighbours(vocabulary);
        for (var unit = 0; unit < Records.Length; unit++)
        {
            Records[unit] |= (ulong)Bigrams.Rows[unit] << 32;
        }
    }

    /// <summary>Gets the id of each single byte.</summary>
    public uint[] ByteIds { get; }

    public BytePairMerges Merges { get; }

    /// <summary>Gets a <see cref="CharacterRecord"/> for each UTF-16 unit.</summary>
    public ulong[] Records { get; }

    public BigramTable Bigrams { get; }

    public WordTable Words { get; }

    public static BytePairModel Build(BytePairVocabulary vocabulary) => new(vocabulary);

    /// <summary>Gets the most tokens that a text can owe to a character, whatever stands beside it but a space, which can add one.</summary>
    public int MostTokens(char character) => _crossing.MostTokens(character);

    /// <summary>Whether parts of two neighbours may merge before both are whole.</summary>
    public bool AreCrossing(char left, char right) =>
        ((Records[left] >> CharacterRecord.LeftShift) & Records[right] & CharacterRecord.CrossMask) != 0 && _crossing.AreCrossing(left, right);

    /// <summary>Whether a character counted from its bytes may reach the next one.</summary>
    public bool ReachesRight(char left, char right) =>
        (_reach[left] & CrossingMerges.TailReaches) != 0 && (_reach[right] & CrossingMerges.HeadFollowsTail) != 0;

    /// <summary>Whether a character counted from its bytes may be reached by the one before it.</summary>
    public bool ReachesLeft(char left, char right) =>
        ((_reach[left] & CrossingMerges.Reaches) != 0 && (_reach[right] & CrossingMerges.HeadFollows) != 0) || ReachesRight(left, right);

    /// <summary>Whether no token can lie across two neighbours, where parts of them do not cross.</summary>
    public bool AreCut(char left, char right) =>
        !Bigrams.Contains(left, (uint)(Records[left] >> 32), right) && !_bigramsOfBroken.Contains(((uint)left << 16) | right);

    private static uint[] BytesOf(BytePairVocabulary vocabulary)
    {
        var ids = new uint[256];
        Array.Fill(ids, BytePairMerges.None);
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (vocabulary[id].Length == 1)
            {
                ids[vocabulary[id][0]] = (uint)id;
            }
        }

        return ids.Contains(BytePairMerges.None) ? throw new InvalidDataException("A byte has no token of its own.") : ids;
    }

    // Each token, in the order of the ranks, is what the merges before it leave in two parts: those two are its merge,
    // and no others can ever stand side by side at its rank (a merge across their outer ends would have come first
    // in both cases). A token left in more parts would be unreachable; the vocabularies have none.
    private void LearnMerges(BytePairVocabulary vocabulary)
    {
        var parts = new uint[256];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var token = vocabulary[id];
            if (token.Length == 1)
            {
                continue;
            }

            if (token.Length > LongRun.LongestToken)
            {
                throw new InvalidDataException($"Token {id} has {token.Length} bytes; at most {LongRun.LongestToken} are foreseen.");
            }

            for (var i = 0; i < token.Length; i++)
            {
                parts[i] = ByteIds[token[i]];
            }

            if (MergeAll(parts, token.Length) != 2)
            {
                throw new InvalidDataException($"Token {id} cannot be reached by the merges before it.");
            }

            Merges.Add(parts[0], parts[1], (uint)id);
            _crossing.Note(parts[0], parts[1], (uint)id);
        }
    }

    private int MergeAll(Span<uint> parts, int count)
    {
        while (true)
        {
            var least = BytePairMerges.None;
            var at = -1;
            for (var i = 0; i + 1 < count; i++)
            {
                var merged = Merges.Find(parts[i], parts[i + 1]);
                (least, at) = merged < least ? (merged, i) : (least, at);
            }

            if (at < 0)
            {
                return count;
            }

            parts[at] = least;
            parts[(at + 2)..count].CopyTo(parts[(at + 1)..]);
            count--;
        }
    }

    private ulong[] LearnCharacters()
    {
        var records = new ulong[char.MaxValue + 1];
        Span<byte> bytes = stackalloc byte[4];
        Span<uint> parts = stackalloc uint[4];
        for (var unit = 0; unit < records.Length; unit++)
        {
            if (char.IsSurrogate((char)unit))
            {
                records[unit] = CharacterRecord.Surrogate;
                continue;
            }

            var length = new Rune((char)unit).EncodeToUtf8(bytes);
            for (var i = 0; i < length; i++)
            {
                parts[i] = ByteIds[bytes[i]];
            }

            var count = MergeAll(parts, length);
            var token = count == 1 ? parts[0] : CharacterRecord.Broken | (uint)count;
            var (flags, reaches) = _crossing.Learn((char)unit);
            _reach[unit] = reaches;
            records[unit] = token | flags | CharacterRecord.ClassOf(unit);
        }

        return records;
    }

    private (BigramTable Bigrams, WordTable Words) LearnNeighbours(BytePairVocabulary vocabulary)
    {
        var bigrams = new Dictionary<uint, uint>();
        var words = new List<int>();
        Span<char> characters = stackalloc char[256];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var token = vocabulary[id];
            if (WordTable.CanHold(token))
            {
                words.Add(id);
            }

            var length = CharactersOf(token, characters);
            for (var i = 0; i + 1 < length; i++)
            {
                var pair = ((uint)characters[i] << 16) | characters[i + 1];
                var left = (uint)Records[characters[i]];
                var right = (uint)Records[characters[i + 1]];
                if (((left | right) & (CharacterRecord.Broken | CharacterRecord.Surrogate)) == 0)
                {
                    bigrams[pair] = Merges.Find(left & CharacterRecord.IdMask, right & CharacterRecord.IdMask);
                }
                else
                {
                    _bigramsOfBroken.Add(pair);
                }
            }
        }

        var shortWords = words.Count(id => WordTable.IsShort(vocabulary[id]));
        var table = new WordTable(shortWords, words.Count - shortWords);
        foreach (var id in words)
        {
            table.Add(vocabulary[id]);
        }

        return (new BigramTable(bigrams), table);
    }

    // The characters that lie whole in a token; parts of others are left out at both ends.
    private static int CharactersOf(ReadOnlySpan<byte> token, Span<char> characters)
    {
        while (!token.IsEmpty && (token[0] & 0xC0) == 0x80)
        {
            token = token[1..];
        }

        Utf8.ToUtf16(token, characters, out _, out var length, replaceInvalidSequences: false);
        return length;
    }
}

using System.Buffers;
using System.Text;

namespace LanguageRouter.Tokens;

/// <summary>The tables that one vocabulary is counted with, immutable once built.</summary>
internal sealed class BytePairModel
{
    private readonly Dictionary<char, List<string>> tailsBefore = [];

    private BytePairModel(BytePairVocabulary vocabulary)
    {
        LongestToken = 0;
        ByteIds = BytesOf(vocabulary);
        Merges = new BytePairMerges(vocabulary.Count);
        var crossing = new CrossingMerges(vocabulary, Merges, ByteIds);
        LearnMerges(vocabulary, crossing);
        Records = RecordsOf(crossing);
        foreach (var (character, tails) in crossing.TailsBefore)
        {
            tailsBefore.Add(character, tails);
        }

        (Bigrams, Words) = NeighboursOf(vocabulary);
    }

    /// <summary>Gets the id of each single byte.</summary>
    public uint[] ByteIds { get; }

    public BytePairMerges Merges { get; }

    /// <summary>Gets a <see cref="CharacterRecord"/> for each UTF-16 unit.</summary>
    public uint[] Records { get; }

    public BigramTable Bigrams { get; }

    public WordTable Words { get; }

    /// <summary>Gets the length of the longest token in bytes.</summary>
    public int LongestToken { get; private set; }

    public static BytePairModel Build(BytePairVocabulary vocabulary) => new(vocabulary);

    /// <summary>Whether two neighbours whose flags meet may really merge before both are whole.</summary>
    public bool MayCross(char left, char right)
    {
        var met = (Records[left] >> CharacterRecord.JoinShift) & Records[right] & CharacterRecord.JoinMask;
        if (met != CharacterRecord.JoinsTail)
        {
            return met != 0;
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..new Rune(left).EncodeToUtf8(bytes)];
        foreach (var tail in tailsBefore[right])
        {
            var matches = tail.Length < bytes.Length;
            for (var i = 1; matches && i <= tail.Length; i++)
            {
                matches = bytes[^i] == tail[^i];
            }

            if (matches)
            {
                return true;
            }
        }

        return false;
    }

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
    private void LearnMerges(BytePairVocabulary vocabulary, CrossingMerges crossing)
    {
        var parts = new uint[256];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var token = vocabulary[id];
            LongestToken = Math.Max(LongestToken, token.Length);
            if (token.Length == 1)
            {
                continue;
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
            crossing.Note(parts[0], parts[1], (uint)id);
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

    private uint[] RecordsOf(CrossingMerges crossing)
    {
        var records = new uint[char.MaxValue + 1];
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
            records[unit] = token | crossing.FlagsOf((char)unit) | CharacterRecord.ClassOf(unit);
        }

        return records;
    }

    private (BigramTable Bigrams, WordTable Words) NeighboursOf(BytePairVocabulary vocabulary)
    {
        var bigrams = new Dictionary<uint, uint>();
        var words = new List<int>();
        Span<char> characters = stackalloc char[256];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var token = vocabulary[id];
            if (token.Length <= WordTable.LongestWord && Ascii.IsValid(token))
            {
                words.Add(id);
            }

            if (!Utf8IsWhole(token, characters, out var length))
            {
                continue;
            }

            for (var i = 0; i + 1 < length; i++)
            {
                var left = Records[characters[i]];
                var right = Records[characters[i + 1]];
                if (((left | right) & (CharacterRecord.Broken | CharacterRecord.Surrogate)) == 0)
                {
                    bigrams[((uint)characters[i] << 16) | characters[i + 1]] = Merges.Find(left & CharacterRecord.IdMask, right & CharacterRecord.IdMask);
                }
            }
        }

        var table = new WordTable(words.Count);
        foreach (var id in words)
        {
            table.Add(vocabulary[id]);
        }

        return (new BigramTable(bigrams), table);
    }

    private static bool Utf8IsWhole(ReadOnlySpan<byte> token, Span<char> characters, out int length) =>
        System.Text.Unicode.Utf8.ToUtf16(token, characters, out _, out length, replaceInvalidSequences: false) == OperationStatus.Done;
}

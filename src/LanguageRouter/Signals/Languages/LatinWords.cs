namespace LanguageRouter.Signals.Languages;

/// <summary>Looks small words up: in which Latin-script languages they are common.</summary>
/// <remarks>Built once from <see cref="FunctionWords"/>; immutable, safe for concurrent use.</remarks>
internal static class LatinWords
{
    private const int Size = 8192;

    private static readonly uint[] Keys = new uint[Size];
    private static readonly ulong[] Masks = Build(Keys);

    /// <summary>The bits of words of romaji, above those of the classes.</summary>
    public const ulong RomajiWord = 1UL << 40;
    public const ulong RomajiParticle = 1UL << 41;

    /// <summary>Starts the hash of a word.</summary>
    public const uint Seed = 2166136261;

    /// <summary>Adds a lower-case letter to a hash.</summary>
    public static uint Append(uint hash, char lower) => (hash ^ lower) * 16777619;

    /// <summary>Gets the languages in which a word is a common small word, as bits by the classes of <see cref="LatinModel"/>; 0 where in none.</summary>
    /// <param name="hash">The hash of the lower-case word.</param>
    public static ulong Find(uint hash)
    {
        // Two words in 4 billion hashes meet too rarely to matter here, so the words themselves are not kept.
        for (var slot = Slot(hash); Keys[slot] != 0; slot = (slot + 1) & (Size - 1))
        {
            if (Keys[slot] == hash)
            {
                return Masks[slot];
            }
        }

        return 0;
    }

    /// <summary>Hashes a word as the scan does.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = Append(hash, c);
        }

        return hash;
    }

    private static int Slot(uint hash) => (int)((hash * 2654435769u) >> 19);

    private static ulong[] Build(uint[] keys)
    {
        var masks = new ulong[Size];
        foreach (var (tag, words) in FunctionWords.Lists)
        {
            Add(words, 1UL << (tag == LanguageTags.UndeterminedLatin ? LatinModel.Other : LatinTally.ClassOf(LanguageTable.Of(tag))));
        }

        Add(RomajiTally.CommonWords, RomajiWord);
        Add(RomajiTally.ParticleWords, RomajiParticle);
        return masks;

        void Add(string words, ulong bit)
        {
            foreach (var range in words.AsSpan().Split(' '))
            {
                var hash = Hash(words.AsSpan()[range]);
                var slot = Slot(hash);
                while (keys[slot] != 0 && keys[slot] != hash)
                {
                    slot = (slot + 1) & (Size - 1);
                }

                keys[slot] = hash;
                masks[slot] |= bit;
            }
        }
    }
}

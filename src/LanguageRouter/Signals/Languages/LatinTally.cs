using System.Numerics;
using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>The evidence that Latin words give for each language: their letter triples, and the small words among them.</summary>
internal struct LatinTally
{
    /// <summary>Triples read at most; the sums of 16 bits hold that many, and more do not change the verdict.</summary>
    private const int TripleLimit = 240;

    /// <summary>Every so many triples reading stops where the lead is this clear.</summary>
    private const int LookEvery = 48;
    private const float Settled = 10;

    /// <summary>Log odds of a small word that only one language has.</summary>
    private const float SmallWord = 2.5f;

    private TripleSums _sums;
    private SmallWordScores _smallWords;

    /// <summary>The words read.</summary>
    public int Words;

    /// <summary>The triples read.</summary>
    public int Triples;

    /// <summary>Evidence of English small words.</summary>
    public float EnglishWords;

    /// <summary>The evidence for romaji.</summary>
    public RomajiTally Romaji;

    /// <summary>Gets the class of a Latin-script language.</summary>
    public static int ClassOf(byte language) => language == LanguageTable.English ? 0 : language - LanguageTable.FirstLatin + 1;

    /// <summary>Gets the language of a class.</summary>
    public static byte LanguageOf(int index) => index switch
    {
        0 => LanguageTable.English,
        LatinModel.Romaji => LanguageTable.Romaji,
        LatinModel.Other => LanguageTable.UndeterminedLatin,
        _ => (byte)(index - 1 + LanguageTable.FirstLatin),
    };

    /// <summary>Says whether a character is a letter of the Latin script.</summary>
    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c >= '\u00AA' && LetterScripts.Of(c) == LetterScript.Latin);

    /// <summary>Gets a letter's lower case.</summary>
    public static char Lower(char c) => c < '\u0080' ? (char)(c | 0x20) : char.ToLowerInvariant(c);

    /// <summary>Lists the triples of a text's words, for training.</summary>
    public static void List(ReadOnlySpan<char> text, List<int> triples)
    {
        triples.Clear();
        for (var i = 0; i < text.Length;)
        {
            var length = WordLength(text[i..]);
            var (first, second) = (LatinModel.Edge, LatinModel.Edge);
            for (var k = 0; k < length; k++)
            {
                var c = Normal(text[i + k]);
                if (k > 0)
                {
                    triples.Add(LatinModel.Triple(first, second, c));
                }

                (first, second) = (second, c);
            }

            if (length > 0)
            {
                triples.Add(LatinModel.Triple(first, second, LatinModel.Edge));
            }

            i += Math.Max(1, length);
        }
    }

    /// <summary>Reads the words of a stretch of text.</summary>
    /// <param name="text">Folded text.</param>
    public void Read(ReadOnlySpan<char> text)
    {
        var model = LatinModel.Default;
        var nextLook = Triples + LookEvery;
        for (var i = 0; i < text.Length && Triples < TripleLimit;)
        {
            var length = WordLength(text[i..]);
            if (length == 0)
            {
                i++;
                continue;
            }

            var start = i;
            i += length;

            // Parts of identifiers, hosts and file names are not words.
            if (IsGlued(text, start - 1) || IsGlued(text, i) || length > 40)
            {
                continue;
            }

            var hash = LatinWords.Seed;
            var (first, second) = (LatinModel.Edge, LatinModel.Edge);
            foreach (var letter in text[start..i])
            {
                var c = Normal(letter);
                if (hash != LatinWords.Seed)
                {
                    model.Add(LatinModel.Triple(first, second, c), ref Unsafe.As<TripleSums, short>(ref _sums));
                }

                hash = LatinWords.Append(hash, c);
                (first, second) = (second, c);
            }

            model.Add(LatinModel.Triple(first, second, LatinModel.Edge), ref Unsafe.As<TripleSums, short>(ref _sums));
            Triples += length;
            Words++;
            AddSmallWord(LatinWords.Find(hash), length);
            if (Triples >= nextLook)
            {
                if (Rank() is var (_, lead, romaji) && lead > Settled && romaji < -Settled)
                {
                    break;
                }

                nextLook = Triples + LookEvery;
            }
        }
    }

    /// <summary>Gets the best language, its lead over the second in log odds, and the lead of romaji over the best of the others.</summary>
    public readonly (int Best, float Lead, float RomajiLead) Rank()
    {
        var best = 0;
        var bestScore = float.MinValue;
        var second = float.MinValue;
        var scale = LatinModel.Default.Scale;
        for (var i = 0; i < LatinModel.Classes; i++)
        {
            if (i == LatinModel.Romaji || !LatinModel.IsTrained(i))
            {
                continue;
            }

            var score = Score(i, scale);
            if (score > bestScore)
            {
                (second, bestScore, best) = (bestScore, score, i);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return (best, bestScore - second, Score(LatinModel.Romaji, scale) - bestScore);
    }

    private readonly float Score(int index, float scale) => (_sums[index] * scale) + (SmallWord * _smallWords[index]);

    /// <summary>Gets the length of the word that a text starts with; 0 where it starts with none.</summary>
    public static int WordLength(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && (IsLetter(text[i]) || (text[i] is '\'' or '’' && i > 0 && i + 1 < text.Length && IsLetter(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static char Normal(char c) => c == '’' ? '\'' : Lower(c);

    private static bool IsGlued(ReadOnlySpan<char> text, int neighbour) =>
        (uint)neighbour < (uint)text.Length && (text[neighbour] is '_' or '@' or '\\' or '/' || char.IsAsciiDigit(text[neighbour]));

    private void AddSmallWord(ulong languages, int length)
    {
        if (languages == 0)
        {
            return;
        }

        Romaji.StrongWords += (languages & LatinWords.RomajiWord) != 0 ? 1 : 0;
        Romaji.Particles += (languages & LatinWords.RomajiParticle) != 0 ? 1 : 0;
        languages &= uint.MaxValue;
        if (languages == 0)
        {
            return;
        }

        // A word of many languages says little for each; a one-letter word half as much again.
        var weight = (length == 1 ? 0.5f : 1f) / BitOperations.PopCount(languages);
        EnglishWords += (languages & 1) != 0 ? weight : 0;
        for (; languages != 0; languages &= languages - 1)
        {
            _smallWords[BitOperations.TrailingZeroCount(languages)] += weight;
        }
    }

    [InlineArray(LatinModel.Classes)]
    private struct TripleSums
    {
        private short _first;
    }

    [InlineArray(LatinModel.Classes)]
    private struct SmallWordScores
    {
        private float _first;
    }
}

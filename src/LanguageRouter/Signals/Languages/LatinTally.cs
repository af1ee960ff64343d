using System.Numerics;
using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>The evidence that Latin words give for each language.</summary>
internal ref struct LatinTally
{
    private Scores _scores;

    /// <summary>Gets the words read.</summary>
    public int Words { get; private set; }

    /// <summary>Gets how many of them are English small words.</summary>
    public int EnglishWords { get; private set; }

    /// <summary>Gets the evidence for romaji.</summary>
    public RomajiTally Romaji;

    /// <summary>Reads the words of a stretch of text.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="limit">The most words to read.</param>
    public void Read(ReadOnlySpan<char> text, int limit)
    {
        var i = 0;
        while (i < text.Length && limit > 0)
        {
            if (!IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var hash = LatinWords.Seed;
            for (; i < text.Length && (IsLetter(text[i]) || (text[i] is '\'' or '’' or '-' && i > start && i + 1 < text.Length && IsLetter(text[i + 1]))); i++)
            {
                if (text[i] == '-')
                {
                    break;
                }

                hash = LatinWords.Append(hash, text[i] is '’' ? '\'' : Lower(text[i]));
            }

            // Parts of identifiers, hosts and file names are not words.
            if (IsGlued(text, start - 1) || IsGlued(text, i))
            {
                continue;
            }

            limit--;
            Words++;
            Romaji.Add(text[start..i], hash);
            var languages = LatinWords.Find(hash);
            if (languages != 0)
            {
                Add(languages, i - start);
            }
        }
    }

    /// <summary>Gets the best and the second-best language with their scores.</summary>
    public readonly (byte Best, float Score, float Second) Rank()
    {
        var best = 0;
        var second = 0f;
        for (var i = 1; i < Scores.Length; i++)
        {
            if (_scores[i] > _scores[best])
            {
                second = _scores[best];
                best = i;
            }
            else if (_scores[i] > second)
            {
                second = _scores[i];
            }
        }

        return (LatinWords.LanguageOf(best), _scores[best], second);
    }

    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c >= '\u00AA' && LetterScripts.Of(c) == LetterScript.Latin);

    public static char Lower(char c) => c < '\u0080' ? (char)(c | 0x20) : char.ToLowerInvariant(c);

    private static bool IsGlued(ReadOnlySpan<char> text, int neighbour) =>
        (uint)neighbour < (uint)text.Length && (text[neighbour] is '_' or '@' or '\\' or '/' || char.IsAsciiDigit(text[neighbour]));

    private void Add(ulong languages, int length)
    {
        EnglishWords += (int)(languages & 1);

        // A word of many languages says little for each; a one-letter word half as much again.
        var weight = (length == 1 ? 0.5f : 1f) / BitOperations.PopCount(languages);
        for (; languages != 0; languages &= languages - 1)
        {
            _scores[BitOperations.TrailingZeroCount(languages)] += weight;
        }
    }

    [InlineArray(Length)]
    private struct Scores
    {
        public const int Length = 48;

        private float _first;
    }
}

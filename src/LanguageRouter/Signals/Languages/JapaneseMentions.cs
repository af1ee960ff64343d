using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Tells English sentences that mention words of Japanese ("Why is を pronounced o?", "the difference between 見る and 観る") from those that Japanese material stands in.</summary>
internal static class JapaneseMentions
{
    private const char FirstWide = '\u3005';
    private const char LastWide = '\u9FFF';
    private const char LastPunctuation = '\u3040';
    private const char Repeat = '々';

    /// <summary>Characters of a word or title that a sentence mentions, and of one that needs no more than one small word beside it. Judgements.</summary>
    private const int LongMention = 12;
    private const int ShortMention = 6;
    private const int FewestWords = 3;

    // What stands around a word that is mentioned: it is never bound to Latin letters.
    private static readonly SearchValues<char> Before = SearchValues.Create(" ,、(['/\"“‘`~");
    private static readonly SearchValues<char> After = SearchValues.Create(" ,、。)]'/\"”’`~;?!.:");
    private static readonly SearchValues<char> Between = SearchValues.Create(",/");

    // A run that is nothing but a particle joins Latin words in Japanese too: "have to と must".
    private static readonly SearchValues<char> Particles = SearchValues.Create("はがをにでとのもへや");
    private const int ParticleWords = 2;

    /// <summary>Says whether a sentence is of Latin letters from its first word to its last, and all Japanese in it is mentioned.</summary>
    /// <param name="sentence">Folded text of one unit that holds both scripts.</param>
    public static bool IsAll(ReadOnlySpan<char> sentence)
    {
        if (!StartsLatin(sentence))
        {
            return false;
        }

        var longest = 0;
        var runs = 0;
        var particles = false;
        for (var start = Next(sentence, 0); start >= 0;)
        {
            var end = start + 1;
            while (end < sentence.Length && IsJapanese(sentence[end]))
            {
                end++;
            }

            if (end - start > LongMention || !Before.Contains(sentence[start - 1]) || (end < sentence.Length && !After.Contains(sentence[end])))
            {
                return false;
            }

            var next = Next(sentence, end);
            var gap = next < 0 ? sentence[end..] : sentence[end..next];
            var isLast = next < 0 && !HasLetter(gap);
            if (isLast ? !EndsAsMention(sentence, start, end, runs, particles) : next >= 0 && !HasLetter(gap) && !gap.ContainsAny(Between))
            {
                return false;
            }

            runs++;
            longest = Math.Max(longest, end - start);
            particles |= end - start == 1 && Particles.Contains(sentence[start]);
            start = next;
        }

        var edge = LatinEdge.Read(sentence);
        return runs > 0 && edge.Words >= FewestWords && edge.SmallWords >= (longest > ShortMention || particles ? ParticleWords : 1);
    }

    // "between 見る and 観る": the last of several, behind a small word; "make sense は なに" is a predicate.
    private static bool EndsAsMention(ReadOnlySpan<char> sentence, int start, int end, int runs, bool particles)
    {
        if (runs == 0 || (end - start > 1 && (particles || sentence[start] == 'っ' || Particles.Contains(sentence[start]))))
        {
            return false;
        }

        var before = sentence[..start];
        return Between.Contains(before.TrimEnd(' ')[^1]) || LatinEdge.EndsInSmallWord(before);
    }

    private static bool StartsLatin(ReadOnlySpan<char> sentence)
    {
        foreach (var c in sentence)
        {
            if (char.IsAsciiLetter(c))
            {
                return true;
            }

            if (IsJapanese(c))
            {
                return false;
            }
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> sentence, int from)
    {
        for (var at = from; at < sentence.Length; at++)
        {
            var next = sentence[at..].IndexOfAnyInRange(FirstWide, LastWide);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (IsJapanese(sentence[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool HasLetter(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (char.IsAsciiLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJapanese(char c) => c is > LastPunctuation and <= LastWide or Repeat;
}

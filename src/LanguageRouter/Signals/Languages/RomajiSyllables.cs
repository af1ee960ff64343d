namespace LanguageRouter.Signals.Languages;

/// <summary>Says whether a word divides into the syllables of romaji (Hepburn, Kunrei or typed as on a keyboard).</summary>
internal static class RomajiSyllables
{
    /// <summary>Says whether a whole word is made of Japanese syllables.</summary>
    /// <param name="word">Latin letters of any case.</param>
    public static bool Matches(ReadOnlySpan<char> word)
    {
        var i = 0;
        while (i < word.Length)
        {
            var length = SyllableLength(word[i..]);
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return !word.IsEmpty;
    }

    /// <summary>Gets the share of a text's words that divide into syllables.</summary>
    public static double Share(ReadOnlySpan<char> text)
    {
        var words = 0;
        var syllabic = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = LatinTally.WordLength(text[i..]);
            if (length > 0)
            {
                words++;
                syllabic += Matches(text.Slice(i, length)) ? 1 : 0;
            }

            i += Math.Max(1, length);
        }

        return words == 0 ? 0 : (double)syllabic / words;
    }

    private static int SyllableLength(ReadOnlySpan<char> rest)
    {
        var c = At(rest, 0);
        if (IsVowel(c))
        {
            return 1;
        }

        // A doubled consonant (small tsu) or an "n" before a consonant, an apostrophe or the end is a beat of its own.
        var next = At(rest, 1);
        if (c == 'n' && next is not 'y' && !IsVowel(next))
        {
            return next == '\'' ? 2 : 1;
        }

        if ((c == next && c is 'k' or 's' or 't' or 'p' or 'c' or 'd' or 'g' or 'b' or 'z' or 'j') && At(rest, 2) != c)
        {
            return 1;
        }

        if (c == 't' && next == 'c' && At(rest, 2) == 'h')
        {
            return 1;
        }

        if (c == 'm' && next is 'b' or 'p' or 'm')
        {
            return 1;
        }

        var consonants = (c, next, At(rest, 2)) switch
        {
            ('s', 'h', _) or ('c', 'h', _) or ('t', 's', _) => 2,
            ('k' or 'g' or 'n' or 'h' or 'b' or 'p' or 'm' or 'r' or 's' or 'z' or 't' or 'd' or 'j', 'y', _) => 2,
            ('k' or 'g' or 's' or 'z' or 't' or 'd' or 'n' or 'h' or 'b' or 'p' or 'm' or 'y' or 'r' or 'w' or 'j' or 'f', _, _) => 1,
            _ => 0,
        };
        if (consonants == 0)
        {
            return 0;
        }

        var vowel = At(rest, consonants);
        if (!IsVowel(vowel))
        {
            return 0;
        }

        // Combinations that Japanese does not have rule most look-alikes out.
        var bad = consonants == 1
            ? (c, vowel) is ('y', 'i' or 'e' or 'î') or ('w', 'u')
            : (c, next) is ('t', 's') && vowel is not ('u' or 'ū' or 'û') || next == 'y' && vowel is 'i' or 'e';
        return bad ? 0 : consonants + 1;
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? LatinTally.Lower(text[index]) : '\0';

    private static bool IsVowel(char c) => c is 'a' or 'i' or 'u' or 'e' or 'o' or 'ā' or 'ī' or 'ū' or 'ē' or 'ō' or 'â' or 'î' or 'û' or 'ê' or 'ô';
}

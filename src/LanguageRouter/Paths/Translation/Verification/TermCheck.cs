using LanguageRouter.Paths.Translation.Protection;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Checks that the glossary was used and that names in Latin letters are still there.</summary>
internal static class TermCheck
{
    /// <summary>Whether a term of the glossary is in the source and its translation is not in the target.</summary>
    public static bool MissesTerm(string source, string translation, TermTable? terms)
    {
        if (terms is null)
        {
            return false;
        }

        foreach (var term in terms.In(source))
        {
            if (!translation.Contains(term.Target, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a Japanese sentence has a name in Latin letters that its English translation has not.</summary>
    /// <remarks>Only words with a capital that are not the first word of English; a Japanese text has no reason to write others.</remarks>
    public static bool MissesName(ReadOnlySpan<char> japanese, ReadOnlySpan<char> english)
    {
        for (var i = 0; i < japanese.Length; i++)
        {
            var step = japanese[i..].IndexOfAnyInRange('A', 'Z');
            if (step < 0)
            {
                return false;
            }

            i += step;
            if (i > 0 && char.IsAsciiLetterOrDigit(japanese[i - 1]))
            {
                continue;
            }

            var start = i;
            while (i < japanese.Length && char.IsAsciiLetterOrDigit(japanese[i]))
            {
                i++;
            }

            if (i - start >= 3 && !english.Contains(japanese[start..i], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

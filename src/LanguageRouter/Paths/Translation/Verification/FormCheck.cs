using LanguageRouter.Paths.Translation.Protection;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Compares the form of a sentence and its translation: questions, ends, repetitions, characters that were not there.</summary>
internal static class FormCheck
{
    private const int RepeatedPart = 24;

    public static string? Check(ReadOnlySpan<char> source, ReadOnlySpan<char> translation)
    {
        // 1. A question that is no question any more was answered.
        if (source[^1] is '？' or '?' && translation.IndexOfAny('？', '?') < 0 && !translation.Contains('か') && !translation.Contains(Placeholder.Open))
        {
            return VerificationCodes.Question;
        }

        // A sentence that ended and does not end any more was cut off.
        if (source[^1] is '。' or '！' or '？' or '.' or '!' or '?' && (char.IsLetterOrDigit(translation[^1]) || translation[^1] is ',' or '、'))
        {
            return VerificationCodes.Truncated;
        }

        // 2. Markup, broken characters and line breaks that the source has not.
        if (translation.ContainsAny('\uFFFD', '<') && ((translation.Contains('\uFFFD') && !source.Contains('\uFFFD')) || (HasTag(translation) && !HasTag(source))))
        {
            return VerificationCodes.Markup;
        }

        // 3. A model that fell into a loop.
        return translation.Length > RepeatedPart * 8 && Repeats(translation) && !Repeats(source) ? VerificationCodes.Repetition : null;
    }

    private static bool HasTag(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('<'); i >= 0 && i + 1 < text.Length;)
        {
            if ((char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!') && text[i..].Contains('>'))
            {
                return true;
            }

            var next = text[(i + 1)..].IndexOf('<');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    // Whether a part of the text is there four times or more, and makes up a third of it.
    private static bool Repeats(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + (RepeatedPart * 4) <= text.Length && at < RepeatedPart * 40; at += RepeatedPart)
        {
            var part = text.Slice(at, RepeatedPart);
            var found = 1;
            for (var i = at + RepeatedPart; i < text.Length; i += RepeatedPart)
            {
                var next = text[i..].IndexOf(part);
                if (next < 0)
                {
                    break;
                }

                i += next;
                if (++found >= 4 && found * RepeatedPart * 3 > text.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

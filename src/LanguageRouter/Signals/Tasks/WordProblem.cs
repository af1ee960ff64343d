namespace LanguageRouter.Signals.Tasks;

/// <summary>Counts the numbers of a text.</summary>
internal static class WordProblem
{
    /// <summary>Counts the groups of digits of a text, up to four.</summary>
    /// <param name="text">The folded text.</param>
    public static int Numbers(ReadOnlySpan<char> text)
    {
        var count = 0;
        var i = 0;
        while (count < 4)
        {
            var next = text[i..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                break;
            }

            count++;
            i += next;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is ',' or '.'))
            {
                i++;
            }
        }

        return count;
    }
}

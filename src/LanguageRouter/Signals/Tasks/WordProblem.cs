namespace LanguageRouter.Signals.Tasks;

/// <summary>Recognises a word problem: numbers in statements, and a question for a quantity.</summary>
internal static class WordProblem
{
    private const int MaxCounted = 4;

    // Judgement: statements shorter than this are a question for a fact that happens to hold numbers.
    private const int ShortestStory = 40;

    /// <summary>Says whether a text is a word problem.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="quantity">The evidence of a question for a quantity, 10 a phrase.</param>
    /// <param name="numberWords">How many numbers are written as words.</param>
    public static bool Is(ReadOnlySpan<char> text, int quantity, int numberWords)
    {
        if (quantity < 10)
        {
            return false;
        }

        var numbers = Numbers(text) + numberWords;
        return numbers >= 2 && (quantity >= 20 || numbers >= 3 || (text.Length >= ShortestStory && TellsBeforeItAsks(text)));
    }

    /// <summary>Counts the groups of digits of a text, up to four.</summary>
    /// <param name="text">The folded text.</param>
    public static int Numbers(ReadOnlySpan<char> text)
    {
        var count = 0;
        var i = 0;
        while (count < MaxCounted)
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

    private static bool TellsBeforeItAsks(ReadOnlySpan<char> text)
    {
        var statement = text.IndexOf('。');
        if (statement < 0)
        {
            statement = text.IndexOf(". ");
        }

        return statement > 0 && statement < text.Length - 6;
    }
}

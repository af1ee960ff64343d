using System.Buffers;

namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Finds what a comparison of values alone does not see: a multiple that became a mere number, a number of a sentence that was left out.</summary>
internal static class MultipleCheck
{
    private static readonly SearchValues<string> Multiplies = SearchValues.Create(
        ["time", "twice", "thrice", "doubl", "tripl", "quadrupl", "quintupl", "fold", " as ", "multipl", "%", "percent", "per cent", "factor", "half", "倍"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether "3倍" on one side meets nothing on the other that multiplies.</summary>
    public static bool LosesMultiple(ReadOnlySpan<char> text, List<NumberMention> mentions, ReadOnlySpan<char> other)
    {
        // A text with a multiple mentions numbers.
        var at = mentions.Count > 0 ? text.IndexOf('倍') : -1;
        return at > 0 && (DigitNumber.IsDigit(text[at - 1]) || KanjiNumber.Digit(text[at - 1]) > 1) && !other.ContainsAny(Multiplies);
    }

    /// <summary>Whether a translation has fewer sentences and mentions a number less often than its source.</summary>
    public static bool LosesMention(ReadOnlySpan<char> source, ReadOnlySpan<char> translation, List<NumberMention> left, List<NumberMention> right)
    {
        foreach (var number in left)
        {
            if (number.Strong && Count(left, number, strong: true) is > 1 and var mentions && Count(right, number, strong: false) < mentions)
            {
                return Sentences(source) is > 1 and var sentences && Sentences(translation) < sentences;
            }
        }

        return false;
    }

    private static int Count(List<NumberMention> mentions, in NumberMention number, bool strong)
    {
        var count = 0;
        foreach (var mention in mentions)
        {
            count += (mention.Strong || !strong) && mention.Matches(number) ? 1 : 0;
        }

        return count;
    }

    private static int Sentences(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            count += text[i] is '。' or '？' or '！' or '?' or '!' || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) ? 1 : 0;
        }

        return count;
    }
}

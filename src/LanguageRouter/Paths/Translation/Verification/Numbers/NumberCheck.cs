namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Compares the numbers of a text and its translation by value.</summary>
/// <remarks>
/// Every number in digits on either side must be on the other side in some form. How often it is there does not matter,
/// for translations repeat and merge, unless a sentence was left out. Text without digits is not judged.
/// </remarks>
internal static class NumberCheck
{
    [ThreadStatic]
    private static List<NumberMention>? s_left;

    [ThreadStatic]
    private static List<NumberMention>? s_right;

    /// <summary>Whether both texts have the same numbers, as far as can be told.</summary>
    public static bool Agree(ReadOnlySpan<char> source, ReadOnlySpan<char> translation)
    {
        var left = s_left ??= [];
        var right = s_right ??= [];
        left.Clear();
        right.Clear();
        NumberReader.ReadDigits(source, left);
        NumberReader.ReadDigits(translation, right);
        NumberReader.ReadWords(source, left);
        NumberReader.ReadWords(translation, right);
        return Covers(left, right) && Covers(right, left) && !MultipleCheck.LosesMultiple(source, translation) && !MultipleCheck.LosesMultiple(translation, source)
            && !MultipleCheck.LosesMention(source, translation, left, right);
    }

    private static bool Covers(List<NumberMention> required, List<NumberMention> offered)
    {
        foreach (var number in required)
        {
            if (number.Strong && !Offers(offered, number))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Offers(List<NumberMention> offered, NumberMention number)
    {
        foreach (var candidate in offered)
        {
            if (number.Matches(candidate))
            {
                return true;
            }
        }

        return false;
    }
}

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
    public static bool Agree(CheckedText source, CheckedText translation)
    {
        var left = s_left ??= [];
        var right = s_right ??= [];
        left.Clear();
        right.Clear();
        NumberReader.Read(source.Text, left);
        NumberReader.Read(translation.Text, right);

        // English words are read where they can change the verdict: where a number is missing so far, or one of them must be met itself.
        var agree = Agree(source.Text, translation.Text, left, right);
        if (!agree || source.MayHave(WordSigns.StrongNumber) || translation.MayHave(WordSigns.StrongNumber))
        {
            WordNumber.Read(source.Text, left);
            WordNumber.Read(translation.Text, right);
            agree = Agree(source.Text, translation.Text, left, right);
        }

        return agree && !MultipleCheck.LosesMultiple(source.Text, left, translation.Text) && !MultipleCheck.LosesMultiple(translation.Text, right, source.Text);
    }

    private static bool Agree(ReadOnlySpan<char> source, ReadOnlySpan<char> translation, List<NumberMention> left, List<NumberMention> right) =>
        Covers(left, right) && Covers(right, left) && !MultipleCheck.LosesMention(source, translation, left, right);

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

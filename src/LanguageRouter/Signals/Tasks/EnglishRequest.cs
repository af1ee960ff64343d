namespace LanguageRouter.Signals.Tasks;

/// <summary>Tells an English command or request from a mention, by what stands before the verb.</summary>
internal static class EnglishRequest
{
    // Endings of what stands before a verb that is asked for: "please translate", "could you kindly translate".
    private static readonly string[] Leads =
    [
        "please", "pls", "kindly", "you", "me", "to", "and", "then", "just", "let's", "lets", "now", "also", "first", "finally", "i", "us", "needs", "help", "or", "simply", "quickly", "accurately", "carefully", "briefly", "concisely", "someone", "need", "want", "mind",
    ];

    /// <summary>Says whether a verb at a position is asked for.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the verb starts.</param>
    public static bool LeadsTo(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(' ');
        if (before.IsEmpty || !char.IsAsciiLetter(before[^1]))
        {
            // The start of a line or sentence, a list item, a Japanese text: a command.
            return before.IsEmpty || before[^1] is not ('-' or '\'' or '/');
        }

        var space = before.LastIndexOfAnyExceptInRange('a', 'z');
        var word = before[(space + 1)..];
        foreach (var lead in Leads)
        {
            if (word.SequenceEqual(lead))
            {
                return word is not "to" || WantsBeforeTo(before[..^2]);
            }
        }

        return false;
    }

    // "need you to translate", "like to translate", but not "hard to translate" or "how to translate".
    private static bool WantsBeforeTo(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        return before.EndsWith("you") || before.EndsWith("like") || before.EndsWith("want") || before.EndsWith("need") || before.EndsWith("is")
            || before.EndsWith("me") || before.EndsWith("task") || before.EndsWith("job") || before.EndsWith("trying") || before.EndsWith("asked") || before.EndsWith("have");
    }
}

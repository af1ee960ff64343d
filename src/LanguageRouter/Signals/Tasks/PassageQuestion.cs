namespace LanguageRouter.Signals.Tasks;

/// <summary>Recognises a passage with a question about it by its shape alone: statements, a line break, a short question (or the other way round).</summary>
internal static class PassageQuestion
{
    // Judgement: shorter statements are the circumstances of a question, not a passage.
    private const int ShortestPassage = 45;
    private const int LongestQuestion = 140;

    /// <summary>Says whether a text is a passage with a question.</summary>
    /// <param name="text">The folded text.</param>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOf('\n');
        if (last < 0)
        {
            return false;
        }

        if (IsQuestion(text[(last + 1)..]) && IsPassage(text[..last]))
        {
            return true;
        }

        var first = text.IndexOf('\n');
        return IsQuestion(text[..first]) && IsPassage(text[(first + 1)..]);
    }

    private static bool IsQuestion(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("。 」");
        return line.Length is > 3 and <= LongestQuestion && (line[^1] is '?' or 'か' or 'は' || line.EndsWith("なに") || line.EndsWith("何") || line.EndsWith("いつ") || line.EndsWith("誰") || line.EndsWith("どこ") || line.EndsWith("言う") || line.EndsWith("いう"));
    }

    private static bool IsPassage(ReadOnlySpan<char> text)
    {
        // Statements end in 。 or a full stop and ask nothing.
        return text.Length >= ShortestPassage && !text.Contains('?') && (text.Contains('。') || text.Contains(". ", StringComparison.Ordinal)) && text[^1] is not ':';
    }
}

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>The marks that most protected parts are: they need no string of their own.</summary>
internal static class FrequentMarks
{
    public static string Of(ReadOnlySpan<char> part) => part switch
    {
        "**" => "**",
        "「" => "「",
        "」" => "」",
        "『" => "『",
        "』" => "』",
        "|" => "|",
        "*" => "*",
        "[" => "[",
        _ => part.ToString(),
    };
}

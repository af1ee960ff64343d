namespace LanguageRouter.Signals.Languages;

/// <summary>Decides between Japanese and Chinese for text in Han characters alone.</summary>
internal static class HanLanguages
{
    private const string Chinese = "的是了们这他她你我们个来说国对时过还没么吗呢吧很都在不有和就也為個這們說對時過還沒麼嗎與會來國從";

    /// <summary>Decides a text's language.</summary>
    /// <param name="text">Text whose only letters are Han (others are passed over).</param>
    /// <param name="japanesePrior">Log odds of Japanese before the text is seen; 0 where nothing is known.</param>
    public static (byte Language, float Confidence) Decide(ReadOnlySpan<char> text, float japanesePrior)
    {
        var chinese = 0;
        var letters = 0;
        foreach (var c in text)
        {
            letters += LetterScripts.Of(c) == LetterScript.Han ? 1 : 0;
            chinese += Chinese.Contains(c) ? 1 : 0;
        }

        if (chinese > 0.1 * letters)
        {
            return (LanguageTable.ChineseSimplified, 0.8f);
        }

        return japanesePrior > 0 ? (LanguageTable.Japanese, 0.8f) : (LanguageTable.UndeterminedHan, 0);
    }
}

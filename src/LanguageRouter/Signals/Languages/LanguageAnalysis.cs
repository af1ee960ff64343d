namespace LanguageRouter.Signals.Languages;

/// <summary>What the characters of one text say about its languages.</summary>
/// <param name="Language">The language of the request: that of its instruction, where instruction and material differ.</param>
/// <param name="Shares">The languages of the prose, largest share first; empty where there is no prose.</param>
/// <param name="ProseCharacters">The letters of the prose, in folded UTF-16 characters; code, JSON, tags, formulas, addresses, digits, punctuation and emoji are not counted.</param>
/// <param name="Embedded">What the text holds besides prose.</param>
internal readonly record struct LanguageAnalysis(DetectedLanguage Language, IReadOnlyList<LanguageShare> Shares, int ProseCharacters, EmbeddedContent Embedded)
{
    /// <summary>Gets the share of the prose that is in a language, 0 to 1.</summary>
    /// <param name="tag">A BCP 47 tag.</param>
    public double ShareOf(string tag)
    {
        foreach (var share in Shares)
        {
            if (share.Tag == tag)
            {
                return share.Share;
            }
        }

        return 0;
    }
}

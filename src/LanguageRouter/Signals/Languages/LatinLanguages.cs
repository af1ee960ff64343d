namespace LanguageRouter.Signals.Languages;

/// <summary>Decides among the languages of the Latin script.</summary>
internal static class LatinLanguages
{
    /// <summary>Decides by the evidence of the words read.</summary>
    public static (byte Language, float Confidence) Decide(in LatinTally tally)
    {
        var (best, score, second) = tally.Rank();
        if (tally.Romaji.IsRomaji(score))
        {
            return (LanguageTable.Romaji, 0.9f);
        }

        if (score < 0.3f || score < second * 1.15f)
        {
            return (LanguageTable.UndeterminedLatin, 0.5f);
        }

        var margin = score - second;
        return (best, margin > 2 ? 0.99f : margin > 1 ? 0.95f : 0.8f);
    }
}

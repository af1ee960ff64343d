namespace LanguageRouter.Signals.Languages;

/// <summary>Decides among the languages of the Latin script.</summary>
internal static class LatinLanguages
{
    /// <summary>Log odds of English before a text is seen: requests in Latin letters mostly are English. A judgement, kept small.</summary>
    private const float EnglishPrior = 1;

    /// <summary>Decides by the evidence of the words read.</summary>
    public static (byte Language, float Confidence) Decide(in LatinTally tally)
    {
        if (tally.Words == 0)
        {
            return (LanguageTable.UndeterminedLatin, 0);
        }

        var (best, lead, romajiLead) = tally.Rank();
        if (tally.Romaji.IsRomaji(romajiLead))
        {
            return (LanguageTable.Romaji, Confidence(romajiLead));
        }

        lead += best == 0 ? EnglishPrior : 0;
        return lead < 0.7f ? (LanguageTable.UndeterminedLatin, 0.5f) : (LatinTally.LanguageOf(best), Confidence(lead));
    }

    private static float Confidence(float lead) => Math.Clamp(1 / (1 + MathF.Exp(-0.7f * lead)), 0.5f, 0.999f);
}

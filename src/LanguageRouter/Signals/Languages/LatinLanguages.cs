namespace LanguageRouter.Signals.Languages;

/// <summary>Decides among the languages of the Latin script.</summary>
internal static class LatinLanguages
{
    /// <summary>Log odds of English before a text is seen: requests in Latin letters mostly are English. A judgement, kept small.</summary>
    private const float EnglishPrior = 1;

    /// <summary>Decides by the evidence of the words read.</summary>
    /// <param name="text">The text that they were read in.</param>
    /// <param name="tally">The evidence.</param>
    public static (byte Language, float Confidence) Decide(ReadOnlySpan<char> text, in LatinTally tally)
    {
        if (tally.Words == 0)
        {
            return (LanguageTable.UndeterminedLatin, 0);
        }

        var (best, lead, romajiLead) = tally.Rank();
        if (tally.Romaji.IsRomaji(text, romajiLead))
        {
            return (LanguageTable.Romaji, Confidence(romajiLead));
        }

        lead += best == 0 ? EnglishPrior : 0;
        return lead < 0.7f ? (LanguageTable.UndeterminedLatin, 0.5f) : (LatinTally.LanguageOf(best), Confidence(lead));
    }

    /// <summary>Gives short or doubtful Latin units the language of the text's other Latin units: names and fragments read as anything.</summary>
    public static void Settle(Span<TextUnit> units)
    {
        Span<int> letters = stackalloc int[LanguageTable.Count];
        letters.Clear();
        var main = LanguageTable.Undetermined;
        foreach (ref readonly var unit in units)
        {
            if (LanguageTable.IsLatin(unit.Language) && unit.Language != LanguageTable.UndeterminedLatin)
            {
                letters[unit.Language] += unit.Latin;
                main = letters[unit.Language] > letters[main] ? unit.Language : main;
            }
        }

        if (main is LanguageTable.Undetermined or LanguageTable.Romaji)
        {
            return;
        }

        foreach (ref var unit in units)
        {
            var doubtful = unit.Confidence < 0.9f || unit.Latin < 30;
            if (LanguageTable.IsLatin(unit.Language) && unit.Language is not LanguageTable.Romaji && doubtful)
            {
                unit.Language = main;
            }
        }
    }

    private static float Confidence(float lead) => Math.Clamp(1 / (1 + MathF.Exp(-0.7f * lead)), 0.5f, 0.999f);
}

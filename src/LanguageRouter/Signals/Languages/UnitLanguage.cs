namespace LanguageRouter.Signals.Languages;

/// <summary>Decides the language of one unit of text by its scripts and words.</summary>
internal static class UnitLanguage
{
    // Judgement: so much more English around a sign or two of Japanese mentions them ("between は and が"), unless these end the sentence as a predicate.
    private const int MentionShare = 12;
    private const double StrongFrame = 8;

    /// <summary>Sets a unit's language and confidence.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="unit">The unit; its counts are set.</param>
    /// <param name="japanesePrior">Log odds of Japanese for Han characters alone, from the rest of the text and the conversation.</param>
    public static void Decide(ReadOnlySpan<char> text, ref TextUnit unit, float japanesePrior)
    {
        var letters = unit.Letters;
        var eastAsian = unit.Kana + unit.Han + unit.Hangul;
        if (unit.Other > letters / 2)
        {
            (unit.Language, unit.Confidence) = OtherScripts.Decide(text[unit.Start..unit.End], unit.OtherScript);
            return;
        }

        if (unit.Latin == 0 || eastAsian * 20 > unit.Latin)
        {
            if (eastAsian > 0 && !IsEmbeddedInLatin(text, ref unit))
            {
                DecideEastAsian(text, ref unit, japanesePrior);
                return;
            }
        }

        DecideLatin(text, ref unit);
    }

    private static void DecideEastAsian(ReadOnlySpan<char> text, ref TextUnit unit, float japanesePrior)
    {
        if (unit.Hangul > 0 && unit.Hangul >= unit.Kana)
        {
            (unit.Language, unit.Confidence) = (LanguageTable.Korean, 0.999f);
            return;
        }

        // Chinese quotes a kana sign now and then; Japanese prose has one in five at the least.
        if (unit.Kana > 0 && (unit.Kana * 12 >= unit.Han || unit.Han < 8))
        {
            (unit.Language, unit.Confidence) = (LanguageTable.Japanese, 0.999f);
            return;
        }

        (unit.JapaneseOdds, unit.TraditionalOdds, var characters) = HanLanguages.Evidence(text[unit.Start..unit.End]);
        (unit.Language, unit.Confidence) = HanLanguages.Decide(unit.JapaneseOdds + japanesePrior + (unit.Kana > 0 ? 2 : 0), unit.TraditionalOdds, characters);
    }

    private static void DecideLatin(ReadOnlySpan<char> text, ref TextUnit unit)
    {
        var tally = default(LatinTally);
        tally.Read(text[unit.Start..unit.End]);
        (unit.Language, unit.Confidence) = LatinLanguages.Decide(text[unit.Start..unit.End], in tally);
        if (unit.Language == LanguageTable.UndeterminedLatin && unit.LatinLanguage == LanguageTable.English)
        {
            // Small words of English around what it mentions.
            (unit.Language, unit.Confidence) = (LanguageTable.English, 0.7f);
        }
    }

    // "What does 侘び寂び mean?" is English; "pandasでdata frameをmergeする方法" is Japanese.
    private static bool IsEmbeddedInLatin(ReadOnlySpan<char> text, ref TextUnit unit)
    {
        // Half as many Latin letters as others are names and terms.
        if (unit.Latin * 2 < unit.Letters - unit.Latin)
        {
            unit.LatinLanguage = LanguageTable.UndeterminedLatin;
            return false;
        }

        var span = text[unit.Start..unit.End];
        var tally = default(LatinTally);
        tally.Read(span);
        unit.LatinLanguage = LatinLanguages.Decide(span, in tally).Language;
        if (unit.LatinLanguage is LanguageTable.English or LanguageTable.UndeterminedLatin && unit.Hangul == 0 && JapaneseMentions.IsAll(span))
        {
            unit.LatinLanguage = LanguageTable.English;
            return true;
        }

        var frame = JapaneseFrame.Strength(span);
        return tally.EnglishWords >= 1 && (1.2 * tally.EnglishWords > frame || (tally.EnglishWords > 1 && frame < StrongFrame && unit.Latin >= MentionShare * (unit.Letters - unit.Latin)));
    }
}

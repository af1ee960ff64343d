namespace LanguageRouter.Signals.Languages;

/// <summary>Settles the language of a few words at the ends of material in another language, which their characters alone do not show: "Keywords:" above a passage, 訳 below one.</summary>
internal static class EdgeInstructions
{
    /// <summary>So few words beside Japanese are English, unless another language is sure.</summary>
    private const int FewWords = 8;
    private const int FewLetters = 30;
    private const float Sure = 0.99f;
    private const float Likely = 0.95f;

    /// <summary>Log odds of Japanese from which on a few Han characters beside English count as Japanese, though alone they are left open. A judgement.</summary>
    private const float Leaning = -1;

    /// <summary>Takes a first or last unit of a word or two, whose language its characters do not show, for English or Japanese where it asks in that language.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, decided.</param>
    public static void Settle(ReadOnlySpan<char> text, Span<TextUnit> units)
    {
        if (units.Length < 2)
        {
            return;
        }

        if (HasJapanese(units))
        {
            var besideEnglish = false;
            foreach (ref var unit in units)
            {
                SettleLatin(text, ref unit, besideEnglish);
                besideEnglish |= unit.Language == LanguageTable.English;
            }
        }

        Settle(text, ref units[0], units[^1].Language);
        Settle(text, ref units[^1], units[0].Language);
    }

    // Beside Japanese a few Latin words with anything English in them are English, unless another language is sure; one word names no language.
    private static void SettleLatin(ReadOnlySpan<char> text, ref TextUnit unit, bool besideEnglish)
    {
        if (!LanguageTable.IsLatin(unit.Language) || unit.Language is LanguageTable.English or LanguageTable.Romaji || (unit.Confidence >= Sure && (!besideEnglish || unit.Latin >= FewLetters)) || unit.Quoted)
        {
            return;
        }

        var edge = LatinEdge.Read(text[unit.Start..unit.End]);
        if (edge.Words > FewWords)
        {
            return;
        }

        if (edge.IsSaid && (unit.Confidence < Likely || edge.SmallWords > 0 || edge.Orders || edge.Names || edge.Words == 1))
        {
            (unit.Language, unit.Confidence) = (LanguageTable.English, 0.7f);
        }
        else if (edge.Words == 1 || edge.IsStock)
        {
            (unit.Language, unit.Confidence) = (LanguageTable.UndeterminedLatin, 0.5f);
        }
    }

    private static bool HasJapanese(ReadOnlySpan<TextUnit> units)
    {
        foreach (ref readonly var unit in units)
        {
            if (unit.Language == LanguageTable.Japanese)
            {
                return true;
            }
        }

        return false;
    }

    private static void Settle(ReadOnlySpan<char> text, ref TextUnit unit, byte otherEnd)
    {
        var span = text[unit.Start..unit.End];
        if (unit.Quoted)
        {
            return;
        }

        if (unit.Language == LanguageTable.UndeterminedLatin && InstructionCues.Strength(span, LanguageTable.English) > 0)
        {
            (unit.Language, unit.Confidence) = (LanguageTable.English, 0.7f);
        }
        else if (unit.Language == LanguageTable.UndeterminedHan && (InstructionCues.Strength(span, LanguageTable.Japanese) > InstructionCues.Question || IsMadeInto(span) || (otherEnd == LanguageTable.English && unit.JapaneseOdds > Leaning)))
        {
            (unit.Language, unit.Confidence) = (LanguageTable.Japanese, 0.7f);
        }
    }

    // "JSON化": a Latin word and the suffix.
    private static bool IsMadeInto(ReadOnlySpan<char> span) => span.IndexOf('化') is > 0 and var at && char.IsAsciiLetter(span[at - 1]);
}

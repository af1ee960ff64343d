namespace LanguageRouter.Signals.Languages;

/// <summary>Decides the language of a whole request from its units: that of the instruction, where it differs from the material's.</summary>
internal static class RequestLanguage
{
    /// <summary>Decides.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, decided.</param>
    /// <param name="letters">The letters of each language, by its index.</param>
    public static (byte Language, double Confidence) Decide(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, ReadOnlySpan<int> letters)
    {
        var total = 0;
        var largest = 0;
        var named = 0;
        for (var i = 1; i < letters.Length; i++)
        {
            total += letters[i];
            if (letters[i] > 0 && !IsVague(i))
            {
                named++;
                largest = IsVague(largest) || letters[i] > letters[largest] ? i : largest;
            }
        }

        if (named == 0)
        {
            return units.IsEmpty ? (LanguageTable.Undetermined, 0) : (units[0].Language, units[0].Confidence);
        }

        return named == 1 ? ((byte)largest, Best(units, (byte)largest)) : Weigh(text, units, letters, total);
    }

    private static bool IsVague(int language) => language is LanguageTable.Undetermined or LanguageTable.UndeterminedLatin or LanguageTable.UndeterminedHan;

    private static double Best(ReadOnlySpan<TextUnit> units, byte language)
    {
        var best = 0f;
        foreach (ref readonly var unit in units)
        {
            best = unit.Language == language ? Math.Max(best, unit.Confidence) : best;
        }

        return best;
    }

    private static (byte Language, double Confidence) Weigh(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, ReadOnlySpan<int> letters, int total)
    {
        Span<double> scores = stackalloc double[LanguageTable.Count];
        scores.Clear();
        var first = -1;
        var last = -1;
        for (var i = 0; i < units.Length; i++)
        {
            ref readonly var unit = ref units[i];
            if (IsVague(unit.Language))
            {
                continue;
            }

            if (!unit.Quoted)
            {
                first = first < 0 ? i : first;
                last = i;
            }

            var cue = InstructionCues.Strength(text[unit.Start..unit.End], unit.Language);
            ref var score = ref scores[unit.Language];
            score = Math.Max(score, unit.Quoted ? cue * 0.2 : cue);
        }

        if (first >= 0)
        {
            scores[units[first].Language] += 0.8;
            scores[units[last].Language] += 0.5;
        }

        var best = 0;
        var second = 0.0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (letters[i] == 0 || IsVague(i))
            {
                continue;
            }

            // Who writes Japanese prose of his own reads Japanese; an English request about Japanese material says so in English.
            scores[i] += (2.0 * letters[i] / total) + (i == LanguageTable.Japanese ? 0.9 : 0);
            if (best == 0 || scores[i] > scores[best])
            {
                second = best == 0 ? 0 : scores[best];
                best = i;
            }
            else
            {
                second = Math.Max(second, scores[i]);
            }
        }

        var margin = scores[best] - second;
        return ((byte)best, Math.Min(0.99, 0.6 + (0.2 * margin)));
    }
}

using System.Numerics;

namespace LanguageRouter.Signals.Languages;

/// <summary>Decides the language of a whole request from its units: that of the instruction, where it differs from the material's.</summary>
internal static class RequestLanguage
{
    // Judgement, checked on built sets: what stands first or last, what is shorter than the other end, and who asks here.
    private const double FirstUnit = 0.6;
    private const double LastUnit = 0.5;
    private const double ShorterEnd = 1.0;
    private const double ShorterEndWhereNoneAsks = 1.6;
    private const double JapanesePrior = 0.5;
    private const ulong EnglishAndJapanese = (1UL << LanguageTable.Japanese) | (1UL << LanguageTable.English);
    private const int LabelWords = 2;
    private const int EndUnits = 3;

    /// <summary>Decides.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, decided.</param>
    /// <param name="letters">The letters of each language, by its index.</param>
    public static (byte Language, double Confidence) Decide(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, ReadOnlySpan<int> letters)
    {
        var total = 0;
        var present = 0UL;
        var language = LanguageTable.Undetermined;
        foreach (ref readonly var unit in units)
        {
            total += unit.Letters;
            if (!IsVague(unit.Language))
            {
                present |= 1UL << unit.Language;
                language = unit.Language;
            }
        }

        var named = BitOperations.PopCount(present);
        if (named == 0)
        {
            return units.IsEmpty ? (LanguageTable.Undetermined, 0) : (units[0].Language, units[0].Confidence);
        }

        return named == 1 ? (language, Best(units, language))
            : present == EnglishAndJapanese ? Side(text, units)
            : Weigh(text, units, letters, total);
    }

    /// <summary>Says whether units hold English and Japanese, and no other language.</summary>
    public static bool IsEnglishAndJapanese(ReadOnlySpan<TextUnit> units)
    {
        var present = 0UL;
        foreach (ref readonly var unit in units)
        {
            present |= IsVague(unit.Language) ? 0 : 1UL << unit.Language;
        }

        return present == EnglishAndJapanese;
    }

    private static (byte Language, double Confidence) Side(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
    {
        var odds = InstructionSide.EnglishOdds(text, units);
        return (odds > 0 ? LanguageTable.English : LanguageTable.Japanese, Math.Min(0.99, 1 / (1 + Math.Exp(-Math.Abs(odds)))));
    }

    /// <summary>Gets the language with most letters, where there is no instruction to look for, as in comments of code.</summary>
    public static DetectedLanguage Largest(ReadOnlySpan<int> letters, DetectedLanguage otherwise)
    {
        var largest = 0;
        for (var i = 1; i < letters.Length; i++)
        {
            largest = !IsVague(i) && (largest == 0 || Length(letters, (byte)i) > Length(letters, (byte)largest)) && letters[i] > 0 ? i : largest;
        }

        return largest == 0 ? otherwise : new DetectedLanguage(LanguageTable.Tag((byte)largest), Math.Max(otherwise.Confidence, 0.5));
    }

    private static bool IsVague(int language) => language is LanguageTable.Undetermined or LanguageTable.UndeterminedLatin or LanguageTable.UndeterminedHan;

    // A kana or kanji says as much as two or three Latin letters.
    private static double Length(ReadOnlySpan<int> letters, byte language) => LanguageTable.IsLatin(language) ? letters[language] : 2.5 * letters[language];

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
        Span<double> cues = stackalloc double[LanguageTable.Count];
        var first = -1;
        var last = -1;
        for (var i = 0; i < units.Length; i++)
        {
            ref readonly var unit = ref units[i];
            if (IsVague(unit.Language))
            {
                continue;
            }

            // Instructions stand at the ends; in the middle and in quotations, words that ask are material.
            var nearEnd = i < EndUnits || i >= units.Length - EndUnits;
            var cue = nearEnd && !unit.Quoted ? InstructionCues.Strength(text[unit.Start..unit.End], unit.Language) : 0;

            // Two Latin words or fewer ("profile:", a name) is a label, not an end of the text.
            if (!unit.Quoted && (cue > 0 || !LanguageTable.IsLatin(unit.Language) || text[unit.Start..unit.End].Trim().Count(' ') >= LabelWords))
            {
                first = first < 0 ? i : first;
                last = i;
            }

            ref var score = ref scores[unit.Language];
            score = Math.Max(score, cue);
        }

        scores.CopyTo(cues);
        if (first >= 0)
        {
            scores[units[first].Language] += FirstUnit;
            scores[units[last].Language] += LastUnit;
            if (units[first].Language != units[last].Language)
            {
                // The instruction is at one end; the material, mostly the longer, at the other. Where only one end's language asks, that one is the instruction's.
                var (firstAsks, lastAsks) = (cues[units[first].Language] >= InstructionCues.Asks, cues[units[last].Language] >= InstructionCues.Asks);
                var instruction = firstAsks != lastAsks ? (firstAsks ? first : last)
                    : Length(letters, units[first].Language) <= Length(letters, units[last].Language) ? first : last;
                scores[units[instruction].Language] += firstAsks || lastAsks || !LanguageTable.IsLatin(units[instruction].Language) ? ShorterEnd : ShorterEndWhereNoneAsks;
            }
        }

        var anyAsks = cues.ContainsAnyInRange(InstructionCues.Asks, double.MaxValue);
        var best = 0;
        var second = 0.0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (letters[i] == 0 || IsVague(i))
            {
                continue;
            }

            // Who writes Japanese prose of his own reads Japanese; an English request about Japanese material says so in English.
            var isOwnProse = i == LanguageTable.Japanese && (cues[i] >= InstructionCues.Asks || !anyAsks);
            scores[i] += ((double)letters[i] / total) + (isOwnProse ? JapanesePrior : 0);
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

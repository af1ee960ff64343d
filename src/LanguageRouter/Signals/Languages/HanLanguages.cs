using System.Buffers;
using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>Decides between Japanese and Chinese for text in Han characters alone.</summary>
internal static class HanLanguages
{
    /// <summary>Characters read of a unit; more do not change the verdict.</summary>
    private const int Limit = 96;

    // The shift that balances the two languages, and the log odds below which neither is named: what `han-thresholds` of LanguageRouter.Evaluation prints for the shipped table.
    private const float ShortShift = 0.8f;
    private const float ShortThreshold = 1.4f;
    private const float LongShift = 2.2f;
    private const float LongThreshold = 0.85f;
    private const int Long = 5;

    /// <summary>Log odds of Chinese for each character beyond <see cref="Usual"/>: Japanese rarely goes on so long without kana. A judgement.</summary>
    private const float LengthOdds = 0.35f;
    private const int Usual = 7;
    private const float MostLengthOdds = 6;

    /// <summary>Log odds of Chinese for a comma between two Han characters, where Japanese has its own sign. A judgement.</summary>
    private const float CommaOdds = 1.2f;

    /// <summary>Log odds of Chinese for a 的 that stands where Japanese puts none. A judgement.</summary>
    private const float ParticleOdds = 2.5f;

    // Japanese has the suffix 的 behind nouns of two characters, and behind these of one; it begins hardly a word.
    private static readonly SearchValues<char> TakesSuffix = SearchValues.Create("目標公私知動静病性法量質美端射心物人内外霊詩劇史理数全");
    private static readonly SearchValues<char> FollowsInitial = SearchValues.Create("確中屋");

    /// <summary>Reads the evidence of a unit whose letters are Han.</summary>
    /// <param name="text">The unit's text; other characters are passed over.</param>
    /// <returns>Log odds of Japanese, log odds of traditional characters, and the Han characters read.</returns>
    public static (float Japanese, float Traditional, int Characters) Evidence(ReadOnlySpan<char> text) => Evidence(HanModel.Default, text);

    /// <summary>Reads the evidence of a unit whose letters are Han, by a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">The unit's text; other characters are passed over.</param>
    [SkipLocalsInit]
    public static (float Japanese, float Traditional, int Characters) Evidence(HanModel model, ReadOnlySpan<char> text)
    {
        Span<char> run = stackalloc char[Limit];
        var (japanese, traditional) = (0f, 0f);
        var length = 0;
        var read = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && read < Limit && LetterScripts.Of(text[i]) == LetterScript.Han)
            {
                run[length++] = text[i];
                read++;
                continue;
            }

            if (length > 0)
            {
                var evidence = model.Evidence(run[..length]);
                japanese += evidence.Japanese - (HasChineseParticle(run[..length]) ? ParticleOdds : 0);
                traditional += evidence.Traditional;
                length = 0;
                if (i + 1 < text.Length && text[i] is ',' or ';' && LetterScripts.Of(text[i + 1]) == LetterScript.Han)
                {
                    japanese -= CommaOdds;
                }
            }

            if (read >= Limit)
            {
                break;
            }
        }

        return (japanese, traditional, read);
    }

    /// <summary>Decides by evidence.</summary>
    /// <param name="japanese">Log odds of Japanese, any prior included.</param>
    /// <param name="traditional">Log odds of traditional characters.</param>
    /// <param name="characters">The Han characters that the evidence comes from.</param>
    public static (byte Language, float Confidence) Decide(float japanese, float traditional, int characters)
    {
        var odds = japanese + (characters >= Long ? LongShift : ShortShift) - Math.Clamp(LengthOdds * (characters - Usual), 0, MostLengthOdds);
        if (characters == 0 || Math.Abs(odds) < (characters >= Long ? LongThreshold : ShortThreshold))
        {
            return (LanguageTable.UndeterminedHan, 0);
        }

        var confidence = 1 / (1 + MathF.Exp(-Math.Abs(odds)));
        return odds > 0 ? (LanguageTable.Japanese, confidence)
            : (traditional > 0 ? LanguageTable.ChineseTraditional : LanguageTable.ChineseSimplified, confidence);
    }

    /// <summary>Lets the units of a text that are in Han characters alone decide together, where no kana says more.</summary>
    /// <param name="units">The units, decided one by one.</param>
    /// <param name="hasKana">Whether the text holds Japanese prose with kana.</param>
    /// <param name="prior">Log odds of Japanese before the text is seen.</param>
    public static void Settle(Span<TextUnit> units, bool hasKana, float prior)
    {
        var (japanese, traditional, characters, count) = (0f, 0f, 0, 0);
        foreach (ref readonly var unit in units)
        {
            if (IsDecidedByHan(in unit))
            {
                japanese += unit.JapaneseOdds;
                traditional += unit.TraditionalOdds;
                characters += unit.Han;
                count++;
            }
        }

        if (count < 2)
        {
            return;
        }

        var together = Decide(japanese + prior, traditional, characters);
        foreach (ref var unit in units)
        {
            if (!IsDecidedByHan(in unit))
            {
                continue;
            }

            if (!hasKana)
            {
                (unit.Language, unit.Confidence) = together;
            }
            else if (LanguageTable.IsChinese(unit.Language))
            {
                unit.Language = traditional > 0 ? LanguageTable.ChineseTraditional : LanguageTable.ChineseSimplified;
            }
        }
    }

    private static bool HasChineseParticle(ReadOnlySpan<char> run) =>
        run.Length >= 2 && ((run[0] == '的' && !FollowsInitial.Contains(run[1])) || (run[1] == '的' && !TakesSuffix.Contains(run[0])));

    private static bool IsDecidedByHan(in TextUnit unit) => unit.JapaneseOdds != 0 && (LanguageTable.IsChinese(unit.Language) || unit.Language is LanguageTable.UndeterminedHan or LanguageTable.Japanese);
}

using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>Decides between Japanese and Chinese for text in Han characters alone.</summary>
internal static class HanLanguages
{
    /// <summary>Characters read; more do not change the verdict.</summary>
    private const int Limit = 96;

    /// <summary>Log odds below which neither language is named.</summary>
    private const float Threshold = 1.0f;

    /// <summary>Decides a text's language.</summary>
    /// <param name="text">Text whose only letters are Han (others are passed over).</param>
    /// <param name="japanesePrior">Log odds of Japanese before the text is seen; 0 where nothing is known.</param>
    [SkipLocalsInit]
    public static (byte Language, float Confidence) Decide(ReadOnlySpan<char> text, float japanesePrior)
    {
        Span<char> run = stackalloc char[Limit];
        var length = 0;
        var japanese = 0f;
        var traditional = 0f;
        var runs = 0;
        var read = 0;
        for (var i = 0; i <= text.Length && read < Limit; i++)
        {
            if (i < text.Length && LetterScripts.Of(text[i]) == LetterScript.Han)
            {
                run[length++] = text[i];
                read++;
                if (read < Limit)
                {
                    continue;
                }
            }

            if (length > 0)
            {
                var evidence = HanModel.Default.Evidence(run[..length]);
                japanese += evidence.Japanese;
                traditional += evidence.Traditional;
                runs++;
                length = 0;
            }
        }

        var odds = japanese + japanesePrior;
        if (runs == 0 || Math.Abs(odds) < Threshold)
        {
            return (LanguageTable.UndeterminedHan, 0);
        }

        var confidence = 1 / (1 + MathF.Exp(-Math.Abs(odds)));
        return odds > 0 ? (LanguageTable.Japanese, confidence)
            : (traditional > 0 ? LanguageTable.ChineseTraditional : LanguageTable.ChineseSimplified, confidence);
    }
}

using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>Decides whether the English or the Japanese of a turn is the instruction, the other being its material.</summary>
/// <remarks>A logistic model over what both sides look like: where they stand, how long they are, how they end, whom they address. A committed program fits the weights on wordings of several authors.</remarks>
internal static partial class InstructionSide
{
    /// <summary>The number of features.</summary>
    public const int Features = (int)SideFeature.InnerOrders + 1;

    /// <summary>Units at each end of a turn in which instructions are looked for.</summary>
    public const int EndUnits = 3;

    // English that only names, greets or stands in the middle. A judgement.
    private const float NoEnglish = -3;

    /// <summary>Gets the log odds that the English is the instruction.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, decided: English, Japanese, and some in no language.</param>
    [SkipLocalsInit]
    public static float EnglishOdds(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
    {
        if (!HasEnglishNearEnd(units))
        {
            return NoEnglish;
        }

        var sides = default(TurnSides);
        sides.Read(text, units);
        if (!sides.HasEnglish)
        {
            return NoEnglish;
        }

        return sides.IsPhrase ? sides.PhraseOdds : Weigh(in sides);
    }

    /// <summary>Reads the features of a turn, for fitting.</summary>
    /// <returns>Whether the weights decide: there is English beside names, titles and greetings, and more than a phrase.</returns>
    public static bool Read(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, Span<float> features)
    {
        var sides = default(TurnSides);
        sides.Read(text, units);
        sides.Write(features);
        return HasEnglishNearEnd(units) && sides.HasEnglish && !sides.IsPhrase;
    }

    [SkipLocalsInit]
    private static float Weigh(in TurnSides sides)
    {
        Span<float> features = stackalloc float[Features];
        sides.Write(features);
        var odds = 0f;
        for (var i = 0; i < features.Length; i++)
        {
            odds += Weights[i] * features[i];
        }

        return odds;
    }

    private static bool HasEnglishNearEnd(ReadOnlySpan<TextUnit> units)
    {
        for (var i = 0; i < units.Length; i++)
        {
            i = i == EndUnits ? Math.Max(i, units.Length - EndUnits) : i;
            if (!units[i].Quoted && units[i].Language == LanguageTable.English)
            {
                return true;
            }
        }

        return false;
    }
}

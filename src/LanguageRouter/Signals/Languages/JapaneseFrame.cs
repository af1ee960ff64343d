using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Measures whether the sentence around foreign words is Japanese (or another East Asian language).</summary>
internal static class JapaneseFrame
{
    private static readonly SearchValues<char> Particles = SearchValues.Create("のはがをにでともへやかなっだし");

    /// <summary>Gets the strength of the East Asian frame: its runs, particles bound to Latin words, the sentence's start and end.</summary>
    public static double Strength(ReadOnlySpan<char> unit)
    {
        var strength = 0.0;
        var letters = 0;
        var bound = 0;
        var runStart = -1;
        var lastRun = -1;
        var last = '\0';
        var first = '\0';
        for (var i = 0; i < unit.Length; i++)
        {
            var c = unit[i];
            var eastAsian = IsEastAsian(c);
            if (!eastAsian && !LatinTally.IsLetter(c))
            {
                runStart = c == ' ' ? -1 : runStart;
                continue;
            }

            first = first == '\0' ? c : first;
            letters += eastAsian ? 1 : 0;
            if (!eastAsian)
            {
                runStart = -1;
            }
            else if (runStart < 0)
            {
                runStart = lastRun = i;
                strength += 0.7;
                if (last != '\0' && LatinTally.IsLetter(last) && Particles.Contains(c) && bound < 4)
                {
                    bound++;
                    strength += 1.2;
                }
            }

            last = c;
        }

        strength += Math.Min(3, letters / 6.0) + (IsEastAsian(first) ? 2 : 0);
        if (last == '\0' || !IsEastAsian(last))
        {
            return strength;
        }

        // Japanese and Korean sentences end in their verb; a word that is only mentioned does not begin with a particle.
        var predicate = lastRun + 1 < unit.Length && IsEastAsian(unit[lastRun + 1]) && Particles.Contains(unit[lastRun]);
        return strength + (last is >= '\u3041' and <= '\u3096' or >= '\uAC00' ? 2 : 0.8) + (predicate ? 6 : 0) + (IsEastAsian(first) ? 1 : 0);
    }

    private static bool IsEastAsian(char c) => c is (>= '\u3041' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');
}

namespace LanguageRouter.Signals.Languages;

/// <summary>Measures whether the sentence around foreign words is Japanese (or another East Asian language).</summary>
internal static class JapaneseFrame
{
    private const string Particles = "のはがをにでともへやかな";

    /// <summary>Gets the strength of the East Asian frame: runs of it, particles bound to Latin words, and the sentence's end.</summary>
    public static double Strength(ReadOnlySpan<char> unit)
    {
        var strength = 0.0;
        var bound = 0;
        var inRun = false;
        var last = '\0';
        var first = '\0';
        for (var i = 0; i < unit.Length; i++)
        {
            var c = unit[i];
            var eastAsian = c is >= '\u3041' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';
            var latin = !eastAsian && LatinTally.IsLetter(c);
            if (!eastAsian && !latin)
            {
                inRun &= c != ' ';
                continue;
            }

            first = first == '\0' ? c : first;
            if (eastAsian && !inRun)
            {
                strength += 0.7;
                if (last != '\0' && LatinTally.IsLetter(last) && Particles.Contains(c) && bound < 4)
                {
                    bound++;
                    strength += 1.2;
                }
            }

            inRun = eastAsian;
            last = c;
        }

        if (last != '\0' && !LatinTally.IsLetter(last))
        {
            strength += last is >= '\u3041' and <= '\u3096' or >= '\uAC00' ? 2 : 0.8;
        }

        return first != '\0' && LatinTally.IsLetter(first) ? strength : strength + 0.8;
    }
}

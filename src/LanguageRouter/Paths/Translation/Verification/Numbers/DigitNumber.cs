using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Reads a number written in digits, with what belongs to it.</summary>
internal static class DigitNumber
{
    private static readonly (string Name, int FirstYear)[] Eras =
    [
        ("令和", 2019), ("平成", 1989), ("昭和", 1926), ("大正", 1912), ("明治", 1868),
    ];

    private const int LongestHalfUnit = 5;

    // What may begin something behind a number, or end something before it, that changes its value: units, multipliers, eras, parts of the day.
    private static readonly CharacterSet Behind = new("十百千万億兆分%％ダパ割¢セドユポ人等/⁄／:HhTtMmBbKkDdPpCcsIiOoAa");
    private static readonly CharacterSet Before = new("和成正治'後夜");

    /// <summary>Reads the number at an index.</summary>
    /// <returns>The index after it.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, List<NumberMention> into)
    {
        var i = ReadValue(text, start, out var value, out var plain);
        if (!MayChange(text[..start], text[i..]))
        {
            into.Add(new NumberMention(value, value is not (0 or 1)));
            return i;
        }

        // 1. Myriads: 3万5000, 1億2千万, 50千; in English 3 million, 5k.
        i = ReadMultiplier(text, i, ref value);
        var rest = text[i..];
        var before = text[..start];

        // 2. Fractions: 4分の3, 3/4.
        if (rest.StartsWith("分の", StringComparison.Ordinal) || rest.StartsWith(" 分の", StringComparison.Ordinal))
        {
            var at = i + rest.IndexOf('の') + 1;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at < text.Length && IsDigit(text[at]))
            {
                at = ReadValue(text, at, out var numerator, out _);
                into.Add(new NumberMention(numerator / value, true));
                return at;
            }

            if (at < text.Length && KanjiNumber.Digit(text[at]) is var digit and > 0)
            {
                into.Add(new NumberMention(digit / value, true));
                return at + 1;
            }
        }

        if (rest.Length > 1 && rest[0] is '/' or '⁄' or '／' && IsDigit(rest[1]))
        {
            var after = ReadValue(text, i + 1, out var denominator, out _);

            // "1 1/2" is one and a half; "2024/1/5" and "1/2/3" are dates.
            var date = after < text.Length && text[after] is '/' or '／' || (start > 0 && text[start - 1] is '/' or '／') || value > 31 && denominator > 31;
            if (!date && denominator > 0)
            {
                into.Add(new NumberMention(value / denominator, true));
                into.Add(new NumberMention(value, false));
                into.Add(new NumberMention(denominator, false));
                if (into.Count > 3 && start > 1 && text[start - 1] is ' ' or '-' or '‐' && IsDigit(text[start - 2]) && value < denominator)
                {
                    var whole = into[^4];
                    into[^4] = whole with { Strong = false };
                    into[^3] = new NumberMention(whole.Value + (value / denominator), true);
                }

                return after;
            }
        }

        // 3. What the unit adds: halves, dozens, per cent, eras, decades, subunits.
        var other = HalfUnit(rest) ? value + 0.5 : double.NaN;

        if (rest.StartsWith("ダース", StringComparison.Ordinal) || rest.StartsWith(" dozen", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("-dozen", StringComparison.OrdinalIgnoreCase))
        {
            other = value * 12;
        }
        else if (rest.Length > 0 && (rest[0] is '%' or '％' || StartsWithWord(rest, "percent") || StartsWithWord(rest, "per cent") || rest.StartsWith("パーセント", StringComparison.Ordinal)))
        {
            other = value / 100;
        }
        else if (rest.Length > 0 && rest[0] == '割')
        {
            into.Add(new NumberMention(value / 10, true, value * 10));
            return i + 1;
        }
        else if (rest.StartsWith("¢", StringComparison.Ordinal) || rest.StartsWith("セント", StringComparison.Ordinal) || StartsWithWord(rest, "cents"))
        {
            other = value / 100;
        }
        else if (plain && value is > 1 and <= 99)
        {
            foreach (var (name, first) in Eras)
            {
                if (before.EndsWith(name, StringComparison.Ordinal))
                {
                    other = first + value - 1;
                }
            }

            if (before.EndsWith("'", StringComparison.Ordinal) || rest.StartsWith("年代", StringComparison.Ordinal) || rest.StartsWith("s", StringComparison.Ordinal))
            {
                other = 1900 + value;
            }
            else if (before.TrimEnd().EndsWith("午後", StringComparison.Ordinal) || before.TrimEnd().EndsWith("夜", StringComparison.Ordinal) || IsAfternoon(rest))
            {
                other = value + 12;
            }
        }

        // Minutes are told in hours, too: 30分 is half an hour.
        if (double.IsNaN(other) && value is 15 or 30 or 45 or 90 or 150 && (rest.StartsWith("分", StringComparison.Ordinal) || StartsWithWord(rest, "minute")))
        {
            other = value / 60;
        }

        // "1 in 3" and "2 out of 5" are shares.
        if (rest.StartsWith(" in ", StringComparison.Ordinal) || rest.StartsWith(" out of ", StringComparison.Ordinal))
        {
            var whole = i + (rest[1] == 'i' ? 4 : 8);
            if (whole < text.Length && IsDigit(text[whole]))
            {
                ReadValue(text, whole, out var of, out _);
                into.Add(new NumberMention(value / of, false));
            }
        }

        // "3ドル50セント" is 3.5 as well.
        if (SubunitAfter(text, i, out var end) is var cents and > 0)
        {
            other = value + (cents / 100.0);
            into.Add(new NumberMention(cents, false));
            i = end;
        }

        // A 1 is mostly an article ("1日" a day, "1つの" a), a 0 a "no", "2人" a "they", "3等分" an "equally".
        var weak = value is 0 or 1 || (value == 2 && rest.StartsWith("人", StringComparison.Ordinal)) || rest.StartsWith("等分", StringComparison.Ordinal);
        into.Add(new NumberMention(value, !weak, other));
        return i;
    }

    private static bool MayChange(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (c != '-' && !char.IsWhiteSpace(c))
            {
                if (Behind.Contains(c) || (c == '年' && rest[i..].StartsWith("年代", StringComparison.Ordinal)) || rest[..Math.Min(rest.Length, LongestHalfUnit)].Contains('半'))
                {
                    return true;
                }

                break;
            }
        }

        before = before.TrimEnd();
        return before.Length > 0 && Before.Contains(before[^1]);
    }

    /// <summary>Reads digits with their thousands and decimals.</summary>
    public static int ReadValue(ReadOnlySpan<char> text, int start, out double value, out bool plain)
    {
        if (Vulgar(text[start]) is var vulgar and > 0)
        {
            value = vulgar;
            plain = false;
            return start + 1;
        }

        value = 0;
        var i = start;
        if (start > 0 && text[start - 1] == '.' && (start == 1 || !char.IsAsciiLetterOrDigit(text[start - 2])))
        {
            // ".5" and "$.20"
            plain = false;
            return ReadDecimals(text, start, ref value);
        }

        while (i < text.Length && Digit(text[i]) is var d and >= 0)
        {
            value = (value * 10) + d;
            i++;
        }

        plain = true;

        // Thousands: groups of exactly three.
        if (i - start <= 3)
        {
            while (i + 3 < text.Length && text[i] is ',' or '，' && IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && IsDigit(text[i + 3]) && !(i + 4 < text.Length && IsDigit(text[i + 4])))
            {
                value = (value * 1000) + (Digit(text[i + 1]) * 100) + (Digit(text[i + 2]) * 10) + Digit(text[i + 3]);
                i += 4;
                plain = false;
            }
        }

        if (i + 1 < text.Length && text[i] is '.' or '．' && IsDigit(text[i + 1]))
        {
            plain = false;
            i = ReadDecimals(text, i + 1, ref value);
        }
        else if (i < text.Length && Vulgar(text[i]) is var part and > 0)
        {
            value += part;
            i++;
        }

        return i;
    }

    private static int ReadDecimals(ReadOnlySpan<char> text, int i, ref double value)
    {
        var scale = 0.1;
        for (; i < text.Length && Digit(text[i]) is var d and >= 0; i++, scale /= 10)
        {
            value += d * scale;
        }

        return i;
    }

    public static bool IsDigit(char c) => Digit(c) >= 0;

    public static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    private static double Vulgar(char c) => c switch { '½' => 0.5, '¼' => 0.25, '¾' => 0.75, '⅓' => 1 / 3.0, '⅔' => 2 / 3.0, _ => 0 };

    private static int ReadMultiplier(ReadOnlySpan<char> text, int i, ref double value)
    {
        if (i >= text.Length)
        {
            return i;
        }

        if (KanjiNumber.Power(text[i]) > 1)
        {
            return KanjiNumber.Continue(text, i, ref value);
        }

        var rest = text[i..];
        var word = rest.TrimStart(" -");
        var skipped = rest.Length - word.Length;
        foreach (var (name, factor) in Multipliers)
        {
            if (StartsWithWord(word, name))
            {
                value *= factor;
                return i + skipped + name.Length;
            }
        }

        // "5k", "3M"; "5m" is metres.
        if (rest[0] is 'k' or 'K' && (rest.Length == 1 || !char.IsLetterOrDigit(rest[1])))
        {
            value *= 1000;
            return i + 1;
        }

        return i;
    }

    private static readonly (string Name, double Factor)[] Multipliers =
    [
        ("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12),
    ];

    // "2時間半", "3年半", "1個半"
    private static bool HalfUnit(ReadOnlySpan<char> rest)
    {
        var at = rest[..Math.Min(rest.Length, LongestHalfUnit)].IndexOf('半');
        return (at > 0 && rest[..at].IndexOfAny("、。 の，") < 0) || rest.TrimStart().StartsWith("and a half", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("-and-a-half", StringComparison.OrdinalIgnoreCase);
    }

    private static int SubunitAfter(ReadOnlySpan<char> text, int i, out int end)
    {
        end = i;
        var rest = text[i..];
        if (!rest.StartsWith("ドル", StringComparison.Ordinal) && !rest.StartsWith("ユーロ", StringComparison.Ordinal) && !rest.StartsWith("ポンド", StringComparison.Ordinal))
        {
            return 0;
        }

        var at = i + (rest[0] == 'ド' ? 2 : 3);
        if (at >= text.Length || !IsDigit(text[at]))
        {
            return 0;
        }

        end = ReadValue(text, at, out var cents, out _);
        return text[end..].StartsWith("セント", StringComparison.Ordinal) && cents < 100 ? (int)cents : 0;
    }

    private static bool IsAfternoon(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.Length > 2 && rest[0] == ':')
        {
            rest = rest[1..].TrimStart("0123456789").TrimStart();
        }

        return rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word)
    {
        text = text.TrimStart();
        return text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsAsciiLetter(text[word.Length]) || text[word.Length] is 's' or 'S');
    }
}

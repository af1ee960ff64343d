using System.Text;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Brings text into one of Unicode's normalization forms.</summary>
/// <remarks>
/// <see cref="string.Normalize()"/> returns its input unchanged under invariant globalization, hence a table of our own
/// (<see cref="NormalizationTable"/>). Source: Unicode Standard Annex #15; Hangul by arithmetic. Time is linear, save
/// for long runs of combining marks, which are sorted.
/// </remarks>
internal static class UnicodeNormalization
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TrailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Trails = 28;
    private static readonly Dictionary<int, byte> Classes = [];
    private static readonly Dictionary<int, (int First, int Second)> Decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> Compositions = [];
    private static readonly Dictionary<int, int[]> Compatibility = [];
    private static readonly HashSet<int> MayChange = [];

    static UnicodeNormalization()
    {
        var packed = Convert.FromBase64String(NormalizationTable.Packed);
        var (at, code) = (0, 0);
        for (var count = Read(); count > 0; count--)
        {
            code += Read();
            Classes[code] = (byte)Read();
            MayChange.Add(code);
        }

        code = 0;
        for (var count = Read(); count > 0; count--)
        {
            var delta = Read();
            code += delta >> 1;
            var (first, second) = (Read(), Read());
            Decompositions[code] = (first, second);
            if ((delta & 1) != 0)
            {
                Compositions[(first, second)] = code;
                MayChange.Add(second);
            }
            else
            {
                MayChange.Add(code);
            }
        }

        code = 0;
        for (var count = Read(); count > 0; count--)
        {
            code += Read();
            Compatibility[code] = [.. Enumerable.Range(0, Read()).Select(_ => Read())];
        }

        int Read()
        {
            var (value, shift) = (0, 0);
            for (; packed[at] >= 0x80; shift += 7)
            {
                value |= (packed[at++] & 0x7F) << shift;
            }

            return value | (packed[at++] << shift);
        }
    }

    public static string Apply(string text, NormalizationForm form)
    {
        if (form == NormalizationForm.FormC ? !NeedsComposing(text) : Ascii.IsValid(text))
        {
            return text;
        }

        var compatible = form is NormalizationForm.FormKC or NormalizationForm.FormKD;

        var decomposed = new List<int>(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, compatible, decomposed);
        }

        Order(decomposed);
        var result = new StringBuilder(text.Length);
        foreach (var code in form is NormalizationForm.FormC or NormalizationForm.FormKC ? Join(decomposed) : decomposed)
        {
            result.Append(new Rune(code).ToString());
        }

        return result.ToString();
    }

    private static bool NeedsComposing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x300 && (MayChange.Contains(rune.Value) || rune.Value is >= VowelBase and < TrailBase + Trails))
            {
                return true;
            }
        }

        return false;
    }

    private static void Decompose(int code, bool compatible, List<int> result)
    {
        if (code is >= SyllableBase and < SyllableBase + (Leads * Vowels * Trails))
        {
            var index = code - SyllableBase;
            result.Add(LeadBase + (index / (Vowels * Trails)));
            result.Add(VowelBase + (index / Trails % Vowels));
            if (index % Trails != 0)
            {
                result.Add(TrailBase + (index % Trails));
            }
        }
        else if (Decompositions.TryGetValue(code, out var parts))
        {
            Decompose(parts.First, compatible, result);
            if (parts.Second != 0)
            {
                Decompose(parts.Second, compatible, result);
            }
        }
        else if (compatible && Compatibility.TryGetValue(code, out var sequence))
        {
            foreach (var part in sequence)
            {
                Decompose(part, compatible, result);
            }
        }
        else
        {
            result.Add(code);
        }
    }

    private static int ClassOf(int code) => Classes.GetValueOrDefault(code);

    // Marks behind a character are sorted by their class, equals in their order.
    private static void Order(List<int> codes)
    {
        for (var i = 0; i < codes.Count;)
        {
            var end = i;
            while (end < codes.Count && ClassOf(codes[end]) != 0)
            {
                end++;
            }

            if (end - i > 1)
            {
                var sorted = codes.GetRange(i, end - i).OrderBy(ClassOf).ToList();
                for (var k = 0; k < sorted.Count; k++)
                {
                    codes[i + k] = sorted[k];
                }
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static List<int> Join(List<int> codes)
    {
        var result = new List<int>(codes.Count);
        var (starter, lastClass) = (-1, 0);
        foreach (var code in codes)
        {
            var thisClass = ClassOf(code);

            // Blocked where something of the same or a higher class stands between.
            var isNext = starter == result.Count - 1;
            if (starter >= 0 && (isNext || (lastClass != 0 && lastClass < thisClass)) && Pair(result[starter], code) is var joined and >= 0)
            {
                result[starter] = joined;
                continue;
            }

            if (thisClass == 0)
            {
                starter = result.Count;
            }

            lastClass = thisClass;
            result.Add(code);
        }

        return result;
    }

    private static int Pair(int first, int second)
    {
        if (first is >= LeadBase and < LeadBase + Leads && second is >= VowelBase and < VowelBase + Vowels)
        {
            return SyllableBase + ((((first - LeadBase) * Vowels) + second - VowelBase) * Trails);
        }

        if (first is >= SyllableBase and < SyllableBase + (Leads * Vowels * Trails) && (first - SyllableBase) % Trails == 0 && second is > TrailBase and < TrailBase + Trails)
        {
            return first + second - TrailBase;
        }

        return Compositions.TryGetValue((first, second), out var joined) ? joined : -1;
    }
}

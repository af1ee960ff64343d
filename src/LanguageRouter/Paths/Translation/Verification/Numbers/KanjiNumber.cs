using System.Buffers;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>Reads numbers written in kanji, alone or behind digits.</summary>
internal static class KanjiNumber
{
    private static readonly SearchValues<char> Counters = SearchValues.Create("つ個本枚匹倍回円年時歳日月週名台冊杯階秒点");

    private static readonly CharacterSet Parts = new("一二三四五六七八九十百千万億兆〇零両双初元①②③④⑤⑥⑦⑧⑨⑩0123456789０１２３４５６７８９");

    public static int Digit(char c) => c switch
    {
        '一' or '①' or '初' or '元' => 1,
        '二' or '②' or '両' or '双' => 2,
        '三' or '③' => 3,
        '四' or '④' => 4,
        '五' or '⑤' => 5,
        '六' or '⑥' => 6,
        '七' or '⑦' => 7,
        '八' or '⑧' => 8,
        '九' or '⑨' => 9,
        '⑩' => 10,
        _ => -1,
    };

    public static double Power(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 1e4, '億' => 1e8, '兆' => 1e12, _ => 0 };

    /// <summary>Reads the rest of a number whose head is in digits: 3|万5000, 1|億2千万.</summary>
    public static int Continue(ReadOnlySpan<char> text, int i, ref double value)
    {
        var total = 0.0;
        var section = 0.0;
        var current = value;
        while (i < text.Length)
        {
            var power = Power(text[i]);
            if (power >= 1e4)
            {
                total += (section + (current > 0 || section > 0 ? current : 1)) * power;
                (section, current) = (0, 0);
            }
            else if (power > 1)
            {
                section += (current > 0 ? current : 1) * power;
                current = 0;
            }
            else if (DigitNumber.IsDigit(text[i]) && current == 0)
            {
                i = DigitNumber.ReadValue(text, i, out current, out _);
                continue;
            }
            else if (Digit(text[i]) is var digit and > 0 && current == 0 && text[i] is >= '一' and <= '龠')
            {
                current = digit;
            }
            else
            {
                break;
            }

            i++;
        }

        value = total + section + current;
        return i;
    }

    /// <summary>Reads the number at an index.</summary>
    /// <returns>The index after it.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, List<NumberMention> into)
    {
        var c = text[start];
        switch (c)
        {
            case '半':
                into.Add(new NumberMention(0.5, false, text[start..].StartsWith("半年", StringComparison.Ordinal) ? 6 : double.NaN));
                return start + 1;
            case '倍':
                into.Add(new NumberMention(2, false));
                return start + 1;
            case 'ダ':
                if (text[start..].StartsWith("ダース", StringComparison.Ordinal))
                {
                    into.Add(new NumberMention(12, false));
                }

                return start + 1;
            case '〇' or '零':
                into.Add(new NumberMention(0, false));
                return start + 1;
        }

        var single = (start == 0 || !Parts.Contains(text[start - 1])) && (start + 1 == text.Length || !Parts.Contains(text[start + 1]));
        if (single)
        {
            return c is < '一' or > '龠' ? start + 1 : Add(text, start + 1, Math.Max(Digit(c), Power(c)), into);
        }

        // The 千万 of "2千万" belongs to a number in digits, which is read already.
        for (var head = start - 1; head >= 0 && (Power(text[head]) > 0 || Digit(text[head]) > 0 || DigitNumber.IsDigit(text[head])); head--)
        {
            if (DigitNumber.IsDigit(text[head]))
            {
                return start + 1;
            }
        }

        // 1. Positional years and numbers: 二〇二四, 一九九〇.
        var end = start;
        var positional = 0.0;
        while (end < text.Length && (Digit(text[end]) > 0 || text[end] is '〇' or '零'))
        {
            positional = (positional * 10) + Math.Max(0, Digit(text[end]));
            end++;
        }

        if (end - start >= 2 && (end == text.Length || Power(text[end]) == 0))
        {
            into.Add(new NumberMention(positional, false));
            return end;
        }

        // 2. Additive: 三百二十万.
        var value = 0.0;
        var stop = Continue(text, start, ref value);
        if (stop == start)
        {
            return start + 1;
        }

        return Add(text, stop, value, into);
    }

    // Adds a number that ends at an index, with what follows it: 三分の一, 三割, 三つ, 三年半.
    private static int Add(ReadOnlySpan<char> text, int stop, double value, List<NumberMention> into)
    {
        if (text[stop..].StartsWith("分の", StringComparison.Ordinal) && stop + 2 < text.Length && Digit(text[stop + 2]) is var numerator and > 0)
        {
            into.Add(new NumberMention(numerator / value, false));
            return stop + 3;
        }

        into.Add(stop < text.Length && text[stop] == '割' ? new NumberMention(value / 10, false, value * 10) : new NumberMention(value, value >= 3 && stop < text.Length && Counters.Contains(text[stop])));
        if (stop < text.Length && HalfAfter(text[stop..]))
        {
            into.Add(new NumberMention(value + 0.5, false));
        }

        return stop;
    }

    private static bool HalfAfter(ReadOnlySpan<char> rest)
    {
        var at = rest[..Math.Min(rest.Length, 4)].IndexOf('半');
        return at > 0;
    }
}

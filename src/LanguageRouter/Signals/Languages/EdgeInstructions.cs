using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Finds short instructions at the ends of material in another language: "tldr 昨日…", "Keywords:" above a passage, 訳 below one.</summary>
internal static class EdgeInstructions
{
    private const char FirstWide = '\u3041';
    private const char LastWide = '\u9FFF';
    private const int LabelLength = 24;

    private static readonly SearchValues<char> Latin = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What ties the word before it into a Japanese sentence: "translate を使う" is no instruction.
    private static readonly SearchValues<char> Particles = SearchValues.Create("はがをにでとのもへやかっ、。,な");

    /// <summary>Parts an instruction from the material in the other script that follows it in the same sentence.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, not yet decided, with room behind them.</param>
    /// <param name="count">How many units there are.</param>
    /// <returns>How many there are now.</returns>
    public static int Part(ReadOnlySpan<char> text, Span<TextUnit> units, int count)
    {
        if (count == 0 || count == units.Length || units[0].Quoted || units[0].Latin == 0 || units[0].Kana + units[0].Han == 0)
        {
            return count;
        }

        ref readonly var unit = ref units[0];
        var span = text[unit.Start..unit.End];
        var wide = span.IndexOfAnyInRange(FirstWide, LastWide);
        var latin = wide < 0 ? -1 : span[wide..].IndexOfAny(Latin);
        var head = wide > 0 && Letters(span[..wide]) > 0 ? EnglishHead(span, wide) : latin > 0 ? JapaneseHead(span, wide + latin) : 0;
        if (head == 0)
        {
            return count;
        }

        units[..count].CopyTo(units[1..]);
        units[0] = Counted(text, unit.Start, units[1].Start + head);
        units[1].Start = units[0].End;
        units[1].Latin -= units[0].Latin;
        units[1].Hiragana -= units[0].Hiragana;
        units[1].Katakana -= units[0].Katakana;
        units[1].Han -= units[0].Han;
        return count + 1;
    }

    // "eng plz 昨日…", but not "Pythonを…", and not where the Japanese asks for something itself.
    private static int EnglishHead(ReadOnlySpan<char> span, int end) =>
        !char.IsAsciiLetterOrDigit(span[end - 1]) && !Particles.Contains(span[end])
        && InstructionCues.Strength(span[..end], LanguageTable.English) > 0 && InstructionCues.Strength(span[end..], LanguageTable.Japanese) < InstructionCues.Asks ? end : 0;

    // "翻訳:All the…", "英文→On…": a label, and English from there on.
    private static int JapaneseHead(ReadOnlySpan<char> span, int end) =>
        end <= LabelLength && span[end - 1] is ':' or '→' or '>' or ' ' or '"' && !span[end..].ContainsAnyInRange(FirstWide, LastWide) && span[end..].Count(' ') >= 3
        && InstructionCues.Strength(span[..end], LanguageTable.Japanese) >= InstructionCues.Asks ? end : 0;

    private static TextUnit Counted(ReadOnlySpan<char> text, int start, int end)
    {
        var unit = new TextUnit { Start = start, End = end, Terminator = text[end - 1] };
        foreach (var c in text[start..end])
        {
            unit.Latin += char.IsAsciiLetter(c) ? 1 : 0;
            unit.Hiragana += c is >= 'ぁ' and <= 'ゟ' ? 1 : 0;
            unit.Katakana += c is >= 'ァ' and <= 'ヿ' and not '・' ? 1 : 0;
            unit.Han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return unit;
    }

    /// <summary>Takes a first or last unit of a word or two, whose language its characters do not show, for English or Japanese where it asks in that language.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, decided.</param>
    public static void Settle(ReadOnlySpan<char> text, Span<TextUnit> units)
    {
        if (units.Length > 1)
        {
            Settle(text, ref units[0]);
            Settle(text, ref units[^1]);
        }
    }

    private static void Settle(ReadOnlySpan<char> text, ref TextUnit unit)
    {
        var span = text[unit.Start..unit.End];
        if (unit.Quoted)
        {
            return;
        }

        if (unit.Language == LanguageTable.UndeterminedLatin && InstructionCues.Strength(span, LanguageTable.English) > 0)
        {
            (unit.Language, unit.Confidence) = (LanguageTable.English, 0.7f);
        }
        else if (unit.Language == LanguageTable.UndeterminedHan && InstructionCues.Strength(span, LanguageTable.Japanese) > InstructionCues.Question)
        {
            (unit.Language, unit.Confidence) = (LanguageTable.Japanese, 0.7f);
        }
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return count;
    }
}

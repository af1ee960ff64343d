using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Finds short instructions at the ends of material in another language: "tldr 昨日…", "Keywords:" above a passage, 訳 below one.</summary>
internal static class EdgeInstructions
{
    private const char FirstWide = '\u3041';
    private const char LastWide = '\u9FFF';
    private const int LabelLength = 24;
    private const int MentionLength = 6;

    // What opens the material: a colon, an arrow, a quotation mark.
    private static readonly SearchValues<char> Openers = SearchValues.Create(":→>«“‘=|");

    /// <summary>So few words beside Japanese are English, unless another language is sure.</summary>
    private const int FewWords = 8;
    private const float Sure = 0.99f;
    private const float Likely = 0.95f;

    private static readonly SearchValues<char> Latin = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What ties the word before it into a Japanese sentence: "translate を使う" is no instruction.
    private static readonly SearchValues<char> Particles = SearchValues.Create("はがをにでとのもへやかっ、。,な");

    /// <summary>Parts the words at the edges from the material in the other script that stands in the same sentence.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, not yet decided, with room behind them.</param>
    /// <param name="count">How many units there are.</param>
    /// <returns>How many there are now.</returns>
    public static int Part(ReadOnlySpan<char> text, Span<TextUnit> units, int count)
    {
        if (count == 0)
        {
            return count;
        }

        if (IsMixed(in units[0]) && count < units.Length)
        {
            ref readonly var unit = ref units[0];
            var head = Head(text[unit.Start..unit.End]);
            count += head > 0 ? Part(text, units, count, 0, head) : 0;
        }

        if (IsMixed(in units[count - 1]) && count < units.Length)
        {
            ref readonly var unit = ref units[count - 1];
            var tail = Tail(text[unit.Start..unit.End]);
            count += tail > 0 ? Part(text, units, count, count - 1, tail) : 0;
        }

        return count;
    }

    private static int Head(ReadOnlySpan<char> span)
    {
        var wide = FirstPassage(span);
        if (wide < 0)
        {
            return 0;
        }

        if (wide > 0 && Letters(span[..wide]) > 0)
        {
            return EnglishHead(span, wide);
        }

        var latin = span[wide..].IndexOfAny(Latin);
        return latin > 0 ? JapaneseHead(span, wide + latin) : 0;
    }

    private static int Tail(ReadOnlySpan<char> span)
    {
        var tail = EnglishTail(span);
        return tail > 0 || span.TrimStart(' ')[0] >= FirstWide ? tail : JapaneseTail(span);
    }

    // Where the Japanese begins, past words that are only mentioned: "why it's は and not が here 昨日…".
    private static int FirstPassage(ReadOnlySpan<char> span)
    {
        var first = span.IndexOfAnyInRange(FirstWide, LastWide);
        for (var wide = first; wide > 0;)
        {
            var length = span[wide..].IndexOfAnyExceptInRange(FirstWide, LastWide);
            var after = length < 0 ? -1 : wide + length;
            if (length is < 0 or > MentionLength || span[wide - 1] is not (' ' or '"' or '\'' or '“') || after + 1 >= span.Length || span[after] is not (' ' or ',' or '"' or '\'' or '”') || !char.IsAsciiLetter(span[after + 1]))
            {
                return wide;
            }

            var next = span[after..].IndexOfAnyInRange(FirstWide, LastWide);
            wide = next < 0 ? -1 : after + next;
        }

        return first;
    }

    private static bool IsMixed(in TextUnit unit) => !unit.Quoted && unit.Latin > 0 && unit.Kana + unit.Han > 0 && unit.Hangul == 0;

    private static int Part(ReadOnlySpan<char> text, Span<TextUnit> units, int count, int index, int length)
    {
        units[index..count].CopyTo(units[(index + 1)..]);
        ref var rest = ref units[index + 1];
        units[index] = Counted(text, rest.Start, rest.Start + length);
        rest.Start = units[index].End;
        rest.Latin -= units[index].Latin;
        rest.Hiragana -= units[index].Hiragana;
        rest.Katakana -= units[index].Katakana;
        rest.Han -= units[index].Han;
        return 1;
    }

    // "eng plz 昨日…", "what is this 1955年…", but not "Pythonを…", and not a name.
    private static int EnglishHead(ReadOnlySpan<char> span, int end)
    {
        var last = span[..end].LastIndexOfAny(Latin) + 1;
        if (last == end || Particles.Contains(span[end]))
        {
            // "continue -> NASAの…": the last word belongs to the Japanese.
            last = span[..end].LastIndexOfAny(Openers) + 1;
        }

        return last > 0 && Letters(span[..last]) > 0 && Speaks(span[..last]) ? last : 0;
    }

    // "…ました tldr", but not "…は React", and not the end of a word as in "IT化Tool".
    private static int EnglishTail(ReadOnlySpan<char> span)
    {
        var start = span.LastIndexOfAnyInRange(FirstWide, LastWide) + 1;
        return start < span.Length && !char.IsAsciiLetterOrDigit(span[start]) && Letters(span[start..]) > 0 && Speaks(span[start..]) ? start : 0;
    }

    // "…in the fight.] 仮定法はどこ?": asks, or takes up what stands before.
    private static int JapaneseTail(ReadOnlySpan<char> span)
    {
        var start = span.LastIndexOfAny(Latin) + 1;
        while (start > 0 && start < span.Length && span[start] is < FirstWide or > LastWide)
        {
            start++;
        }

        return start > 1 && start < span.Length && !char.IsAsciiLetterOrDigit(span[start - 1]) && !span[..start].ContainsAnyInRange(FirstWide, LastWide) && span[..start].Count(' ') >= 3
            && (JapaneseEndings.Of(span[start..]) >= JapaneseEnding.Question || InstructionCues.Strength(span[start..], LanguageTable.Japanese) >= InstructionCues.Asks) ? start : 0;
    }

    private static bool Speaks(ReadOnlySpan<char> latin)
    {
        var edge = LatinEdge.Read(latin);
        return IsSaid(in edge) || edge.StartsWithVerb || (edge.Words > 1 && !edge.IsTitle && InstructionCues.Strength(latin, LanguageTable.English) > 0);
    }

    // Words that say something, where names and greetings do not.
    private static bool IsSaid(in LatinEdge edge) => edge.Words > 0 && !edge.IsMark && (edge.Asks || edge.Names || edge.StartsLower || edge.Orders || edge.SmallWords > 0);

    // "翻訳:All the…", "先生のコメントが That…": a label or the beginning of a sentence, and English from there on.
    private static int JapaneseHead(ReadOnlySpan<char> span, int end) =>
        end <= LabelLength && span[end - 1] is ':' or '→' or '>' or ' ' or '?' or '"' or '\'' or '“' or '(' or '[' && !span[end..].ContainsAnyInRange(FirstWide, LastWide) && span[end..].Count(' ') >= 3
        && (Particles.Contains(span[..end].TrimEnd(" \"'“([")[^1]) || InstructionCues.Strength(span[..end], LanguageTable.Japanese) >= InstructionCues.Asks) ? end : 0;

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
        if (units.Length < 2)
        {
            return;
        }

        if (HasJapanese(units))
        {
            foreach (ref var unit in units)
            {
                SettleLatin(text, ref unit);
            }
        }

        Settle(text, ref units[0]);
        Settle(text, ref units[^1]);
    }

    // Beside Japanese a few Latin words with anything English in them are English, unless another language is sure; one word names no language.
    private static void SettleLatin(ReadOnlySpan<char> text, ref TextUnit unit)
    {
        if (!LanguageTable.IsLatin(unit.Language) || unit.Language is LanguageTable.English or LanguageTable.Romaji || unit.Confidence >= Sure || unit.Quoted)
        {
            return;
        }

        var edge = LatinEdge.Read(text[unit.Start..unit.End]);
        if (edge.Words > FewWords)
        {
            return;
        }

        if (IsSaid(in edge) && (unit.Confidence < Likely || edge.SmallWords > 0 || edge.Orders || edge.Names || edge.Words == 1))
        {
            (unit.Language, unit.Confidence) = (LanguageTable.English, 0.7f);
        }
        else if (edge.Words == 1)
        {
            (unit.Language, unit.Confidence) = (LanguageTable.UndeterminedLatin, 0.5f);
        }
    }

    private static bool HasJapanese(ReadOnlySpan<TextUnit> units)
    {
        foreach (ref readonly var unit in units)
        {
            if (unit.Language == LanguageTable.Japanese)
            {
                return true;
            }
        }

        return false;
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
        else if (unit.Language == LanguageTable.UndeterminedHan && (InstructionCues.Strength(span, LanguageTable.Japanese) > InstructionCues.Question || IsMadeInto(span)))
        {
            (unit.Language, unit.Confidence) = (LanguageTable.Japanese, 0.7f);
        }
    }

    // "JSON化": a Latin word and the suffix.
    private static bool IsMadeInto(ReadOnlySpan<char> span) => span.IndexOf('化') is > 0 and var at && char.IsAsciiLetter(span[at - 1]);

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

using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Parts the words at the ends of a text from the material in the other script that stands in the same sentence: "tldr 昨日…", "英文→On…".</summary>
internal static class EdgeParts
{
    private const char FirstWide = '\u3041';
    private const char LastWide = '\u9FFF';
    private const char LastHiragana = '\u309F';
    private const int LabelLength = 24;
    private const int MentionLength = 6;
    private const int ProseSpaces = 3;

    private static readonly SearchValues<char> Latin = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What opens the material: a colon, an arrow, a quotation mark.
    private static readonly SearchValues<char> Openers = SearchValues.Create(":→>«“‘=|");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create(" 0123456789");

    // What ties the word before it into a Japanese sentence: "translate を使う" is no instruction.
    private static readonly SearchValues<char> Particles = SearchValues.Create("はがをにでとのもへやかっ、。,な");

    // What begins words behind の: あと, ほう, よう, とき, ところ, まえ.
    private static readonly SearchValues<char> Following = SearchValues.Create("あほよとまいう");

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

        if (IsParted(text, in units[0]) && count < units.Length)
        {
            ref readonly var unit = ref units[0];
            var head = Head(text[unit.Start..unit.End]);
            count += head > 0 ? Part(text, units, count, 0, head) : 0;
        }

        if (IsParted(text, in units[count - 1]) && count < units.Length)
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

    // A sentence that only mentions Japanese is one unit.
    private static bool IsParted(ReadOnlySpan<char> text, in TextUnit unit) =>
        IsMixed(in unit) && (unit.Latin * 2 < unit.Kana + unit.Han || !JapaneseMentions.IsAll(text[unit.Start..unit.End]));

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
        if (last == end || IsBound(span[last..], end - last))
        {
            // "continue -> NASAの…", "tldr Dデイの…": the last word belongs to the Japanese.
            var open = span[..end].LastIndexOfAny(Openers) + 1;
            last = open > 0 || last < end || Particles.Contains(span[end]) ? open : span[..last].LastIndexOf(' ') + 1;
        }
        else
        {
            // "p.45 昨日…"
            while (last < end && span[last] is '.' or (>= '0' and <= '9'))
            {
                last++;
            }
        }

        return last > 0 && Letters(span[..last]) > 0 && Speaks(span[..last]) ? last : 0;
    }

    // "translate を使う", "have to と must": a particle and what it stands before, with spaces or a number between at most; "plz かつて…" begins a sentence.
    private static bool IsBound(ReadOnlySpan<char> rest, int gap) =>
        Particles.Contains(rest[gap]) && !rest[..gap].ContainsAnyExcept(NumberSigns) && (rest[gap] is < FirstWide or 'を' || rest.Length == gap + 1 || rest[gap + 1] is < FirstWide or > LastHiragana || (rest[gap] == 'の' && Following.Contains(rest[gap + 1])));

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

        return start > 1 && start < span.Length && !char.IsAsciiLetterOrDigit(span[start - 1]) && !span[..start].ContainsAnyInRange(FirstWide, LastWide) && span[..start].Trim().Count(' ') >= ProseSpaces
            && (JapaneseEndings.Of(span[start..]) >= JapaneseEnding.Question || InstructionCues.Strength(span[start..], LanguageTable.Japanese) >= InstructionCues.Asks) ? start : 0;
    }

    private static bool Speaks(ReadOnlySpan<char> latin)
    {
        var edge = LatinEdge.Read(latin);
        return edge.IsSaid || edge.StartsWithVerb || (edge.Words > 1 && !edge.IsTitle && InstructionCues.Strength(latin, LanguageTable.English) > 0);
    }

    // "翻訳:All the…", "先生のコメントが That…": a label or the beginning of a sentence, and English from there on.
    private static int JapaneseHead(ReadOnlySpan<char> span, int end) =>
        span[..end].TrimStart().Length <= LabelLength && span[end - 1] is ':' or '→' or '>' or ' ' or '?' or '"' or '\'' or '“' or '(' or '[' or '、' or ',' or '】' && !span[end..].ContainsAnyInRange(FirstWide, LastWide) && span[end..].Trim().Count(' ') >= ProseSpaces
        && (Particles.Contains(span[..end].TrimEnd(" \"'“([")[^1]) || InstructionCues.Strength(span[..end], LanguageTable.Japanese) >= InstructionCues.Asks || LatinEdge.Read(span[end..]).StartsSentence) ? end : 0;

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

namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>Says whether a sentence ends at a mark or symbol, by what stands behind it.</summary>
/// <remarks>A verdict above 0 is where the sentence ends; 0 says that it does not end here, -1 that more of the line is needed.</remarks>
internal static class SentenceEnd
{
    private const int LongestEnd = 64;

    /// <summary>Says whether a character ends a sentence wherever it stands.</summary>
    public static bool IsWideTerminator(char c) => c is '。' or '｡' or '！' or '？' or '．' or '…';

    /// <summary>Says whether a character may end a sentence.</summary>
    public static bool IsTerminator(char c) => IsWideTerminator(c) || c is '!' or '?' or '.' or '‥';

    /// <summary>Decides at a mark that may end a sentence.</summary>
    /// <param name="line">The line from the sentence's first character on, without its line break.</param>
    /// <param name="mark">Where the mark stands.</param>
    /// <param name="quoted">Whether a straight quotation mark is open.</param>
    /// <param name="bold">Whether asterisks are open.</param>
    /// <param name="complete">Whether the line is all there.</param>
    public static int AfterMark(ReadOnlySpan<char> line, int mark, bool quoted, bool bold, bool complete)
    {
        // 1. What belongs to the end: further marks, closing brackets, the quotation mark and the asterisks that are open.
        var end = mark + 1;
        var last = line[mark];
        while (end < line.Length && end - mark < LongestEnd)
        {
            var c = line[end];
            if (IsTerminator(c))
            {
                last = c;
                end++;
            }
            else if (IsClosing(c) || c == '"' && quoted)
            {
                quoted &= c != '"';
                end++;
            }
            else if (c == '*' && bold)
            {
                end += RunLength(line, end, '*');
                bold = false;
            }
            else
            {
                break;
            }
        }

        if (end == line.Length)
        {
            return complete ? end : -1;
        }

        // 2. What follows: a decimal, an abbreviation, a particle that goes on, or the next sentence.
        var next = line[end];
        if (last is '.' or '．' && end == mark + 1)
        {
            if (mark > 0 && char.IsDigit(line[mark - 1]) && char.IsDigit(next))
            {
                return 0;
            }

            if (last == '.')
            {
                return EndAfterPeriod(line, mark, end, complete);
            }
        }

        if (last is '.' or '!' or '?' && !Characters.IsWide(next))
        {
            return char.IsWhiteSpace(next) ? EndBeforeSpace(line, end, complete, last == '.') : Characters.MayBeginEmoji(next) ? 0 : EndAscii(line, mark);
        }

        if (Characters.MayBeginEmoji(next) || next is '♪' or '★')
        {
            return 0;
        }

        return GoesOn(line, end, complete) switch
        {
            null => -1,
            true => 0,
            false => end,
        };
    }

    // "！Yes" after wide text is a new sentence, "?q=1" inside ASCII text is not.
    private static int EndAscii(ReadOnlySpan<char> line, int mark) =>
        mark > 0 && Characters.IsWide(line[mark - 1]) && line[mark] != '.' ? mark + 1 : 0;

    private static int EndAfterPeriod(ReadOnlySpan<char> line, int mark, int end, bool complete)
    {
        var next = line[end];
        if (Characters.IsJapanese(next))
        {
            return mark > 0 && Characters.IsWide(line[mark - 1]) ? end : 0;
        }

        if (!char.IsWhiteSpace(next) || Abbreviations.EndsWithOne(line[..mark]))
        {
            return 0;
        }

        return EndBeforeSpace(line, end, complete, lowerGoesOn: true);
    }

    private static int EndBeforeSpace(ReadOnlySpan<char> line, int end, bool complete, bool lowerGoesOn)
    {
        var i = end;
        while (i < line.Length && char.IsWhiteSpace(line[i]))
        {
            i++;
        }

        if (i == line.Length)
        {
            return complete ? end : -1;
        }

        return lowerGoesOn && char.IsLower(line[i]) ? 0 : end;
    }

    /// <summary>Decides at an emoji, a face or a note.</summary>
    /// <param name="line">The line from the sentence's first character on, without its line break.</param>
    /// <param name="start">Where the symbol starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="letters">Whether a letter stands before it.</param>
    /// <param name="complete">Whether the line is all there.</param>
    /// <param name="run">Where the symbols that follow each other end.</param>
    public static int AfterSymbol(ReadOnlySpan<char> line, int start, int end, bool letters, bool complete, out int run)
    {
        while (end < line.Length && end - start < LongestEnd)
        {
            var emoji = Characters.EmojiLength(line, end);
            if (emoji == 0 && !IsTerminator(line[end]) && line[end] is not ('／' or '♪' or '★' or '☆' or '♡' or '♥'))
            {
                break;
            }

            end += Math.Max(1, emoji);
        }

        run = end;

        // A cluster may still grow by a joiner, a skin tone or a second half.
        if (!complete && end + 4 > line.Length)
        {
            return -1;
        }

        if (!letters)
        {
            return 0;
        }

        if (end >= line.Length)
        {
            return line.Length;
        }

        var space = char.IsWhiteSpace(line[end]);
        var i = end;
        while (i < line.Length && char.IsWhiteSpace(line[i]))
        {
            i++;
        }

        if (i == line.Length)
        {
            return complete ? end : -1;
        }

        var next = line[i];
        if (!Characters.IsJapanese(next) && !char.IsUpper(next) && !char.IsDigit(next))
        {
            return 0;
        }

        return !space && (next is 'を' or 'が' or 'は' or 'の' or 'に' or 'と' or 'で' or 'も' or 'や' or 'っ' or 'へ') ? 0 : end;
    }

    // Whether the words after a mark carry the same sentence on ("？と思いました", "！って"); null where it takes more to tell.
    private static bool? GoesOn(ReadOnlySpan<char> line, int at, bool complete)
    {
        var c = line[at];
        if (c is '、' or ',' or '，' or 'を' or '）' or ')')
        {
            return true;
        }

        if (c is not ('と' or 'っ' or 'に' or 'の' or 'が' or 'は' or 'な' or 'も'))
        {
            return false;
        }

        if (at + 1 >= line.Length)
        {
            return complete ? false : null;
        }

        var next = line[at + 1];
        return c switch
        {
            'と' => next is '思' or '言' or 'い' or '聞' or '書' or '考' or '感' or '呼' or '叫' or '云' or '答' or '話' or '尋' or '問' or '述' or 'の' or 'か' or '、' or '伝' or '返' or '叱' or '笑',
            'っ' => next == 'て',
            'な' => next == 'ど',
            'も' => next == 'あ',
            'は' => next == '、' || Characters.IsHan(next),
            _ => Characters.IsHan(next),
        };
    }

    /// <summary>Counts how often a character stands in a row.</summary>
    public static int RunLength(ReadOnlySpan<char> line, int start, char c)
    {
        var end = start;
        while (end < line.Length && line[end] == c)
        {
            end++;
        }

        return end - start;
    }

    private static bool IsClosing(char c) => c is '」' or '』' or '）' or ')' or '】' or '］' or '〉' or '》' or '”' or '｣';
}

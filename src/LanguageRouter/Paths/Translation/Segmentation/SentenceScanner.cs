using System.Buffers;

namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>Finds where the sentence at the head of a line ends.</summary>
/// <remarks>
/// A verdict depends on the characters up to it and on those it looks ahead to, never on how much of the line has
/// arrived: with less of the line the answer is "not yet". Streamed and whole text are therefore cut alike.
/// </remarks>
internal static class SentenceScanner
{
    /// <summary>A sentence longer than this is cut at a comma or a space: memory and look-ahead stay bounded.</summary>
    public const int LongestSentence = 1200;

    private const int LongestQuotation = 200;
    private const int LongestCodeSpan = 300;
    private const int LongestEnd = 64;

    private static readonly CharacterSet Marks = new(
        "。｡！？!?.．…‥♪♫♬「」『』（）()【】［］〈〉《》“”｢｣\"*`\uD83C\uD83D\uD83E\u2B50\u2B55", ('\u2600', '\u27BF'));

    private static readonly SearchValues<char> CutMarks = SearchValues.Create("、， ,;；　");

    /// <summary>Finds the end of the first sentence.</summary>
    /// <param name="line">The line from the sentence's first character on, without its line break.</param>
    /// <param name="complete">Whether the line is all there.</param>
    /// <returns>The length of the sentence with what closes it, or -1 where more of the line is needed.</returns>
    public static int FindEnd(ReadOnlySpan<char> line, bool complete)
    {
        var depth = 0;
        var opened = 0;
        var quoted = false;
        var bold = false;
        var letters = false;
        var i = 0;
        while (true)
        {
            var step = i < line.Length ? Marks.IndexIn(line[i..]) : -1;
            var at = step < 0 ? line.Length : i + step;
            letters = letters || HasLetter(line[i..at]);
            if (at >= LongestSentence)
            {
                return Cut(line);
            }

            if (step < 0)
            {
                return complete ? line.Length : -1;
            }

            i = at;
            var c = line[i];
            switch (c)
            {
                case '`':
                    var code = SkipCode(line, i, complete);
                    if (code < 0)
                    {
                        return -1;
                    }

                    i = code;
                    continue;
                case '*':
                    var run = RunLength(line, i, '*');
                    if (i + run == line.Length && !complete)
                    {
                        return -1;
                    }

                    bold ^= run >= 2;
                    i += run;
                    continue;
                case '"':
                    quoted = !quoted;
                    i++;
                    continue;
            }

            if (c is '(' or '（')
            {
                var face = Faces.LengthAt(line, i, complete);
                if (face < 0)
                {
                    return -1;
                }

                if (face > 0)
                {
                    var end = EndAfterSymbol(line, i, i + face, letters, complete, out var faces);
                    if (end != 0)
                    {
                        return end;
                    }

                    i = faces;
                    continue;
                }
            }

            if (IsOpening(c))
            {
                opened = depth == 0 ? i : opened;
                depth++;
                i++;
                continue;
            }

            var closing = IsClosing(c);
            if (closing)
            {
                depth = Math.Max(0, depth - 1);
                if (i == 0 || depth > 0 || !IsWideTerminator(line[i - 1]) && line[i - 1] is not ('!' or '?'))
                {
                    i++;
                    continue;
                }
            }
            else if (depth > 0 && i - opened <= LongestQuotation)
            {
                i++;
                continue;
            }

            var emoji = Characters.EmojiLength(line, i);
            if (emoji == 0 && char.IsHighSurrogate(c) && i + 1 == line.Length && !complete)
            {
                return -1;
            }

            var after = i + Math.Max(1, emoji);
            var verdict = emoji > 0 || c is '♪' or '♫' or '♬' or '★' or '☆' or '♡' or '♥' ? EndAfterSymbol(line, i, after, letters, complete, out after)
                : char.IsSurrogate(c) ? 0
                : EndAfterMark(line, i, quoted, bold, complete);
            if (verdict != 0)
            {
                return verdict;
            }

            i = after;
        }
    }

    // The verdicts below: above 0 the sentence ends there, 0 it does not end here, -1 more of the line is needed.
    private static int EndAfterMark(ReadOnlySpan<char> line, int mark, bool quoted, bool bold, bool complete)
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

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndAfterSymbol(ReadOnlySpan<char> line, int start, int end, bool letters, bool complete, out int run)
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

    private static int SkipCode(ReadOnlySpan<char> line, int start, bool complete)
    {
        var run = RunLength(line, start, '`');
        var from = start + run;
        if (from == line.Length && !complete)
        {
            return -1;
        }

        var window = line[from..Math.Min(line.Length, from + LongestCodeSpan)];
        for (var i = 0; i < window.Length;)
        {
            var step = window[i..].IndexOf('`');
            if (step < 0)
            {
                break;
            }

            i += step;
            var length = RunLength(window, i, '`');
            if (i + length == window.Length && window.Length < LongestCodeSpan && !complete)
            {
                return -1;
            }

            if (length == run)
            {
                return from + i + length;
            }

            i += length;
        }

        return window.Length < LongestCodeSpan && !complete ? -1 : from;
    }

    private static int Cut(ReadOnlySpan<char> line)
    {
        var window = line[..LongestSentence];
        var at = window[(LongestSentence / 2)..].LastIndexOfAny(CutMarks);
        if (at >= 0)
        {
            return (LongestSentence / 2) + at + 1;
        }

        return char.IsHighSurrogate(window[^1]) ? LongestSentence - 1 : LongestSentence;
    }

    private static int RunLength(ReadOnlySpan<char> line, int start, char c)
    {
        var end = start;
        while (end < line.Length && line[end] == c)
        {
            end++;
        }

        return end - start;
    }

    private static bool IsWideTerminator(char c) => c is '。' or '｡' or '！' or '？' or '．' or '…';

    private static bool IsTerminator(char c) => IsWideTerminator(c) || c is '!' or '?' or '.' or '‥';

    private static bool IsOpening(char c) => c is '「' or '『' or '（' or '(' or '【' or '［' or '〈' or '《' or '“' or '｢';

    private static bool IsClosing(char c) => c is '」' or '』' or '）' or ')' or '】' or '］' or '〉' or '》' or '”' or '｣';
}

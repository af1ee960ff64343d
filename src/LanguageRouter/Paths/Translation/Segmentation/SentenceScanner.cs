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
                    var run = SentenceEnd.RunLength(line, i, '*');
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
                    var end = SentenceEnd.AfterSymbol(line, i, i + face, letters, complete, out var faces);
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
                if (i == 0 || depth > 0 || !SentenceEnd.IsWideTerminator(line[i - 1]) && line[i - 1] is not ('!' or '?'))
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
            var verdict = emoji > 0 || c is '♪' or '♫' or '♬' or '★' or '☆' or '♡' or '♥' ? SentenceEnd.AfterSymbol(line, i, after, letters, complete, out after)
                : char.IsSurrogate(c) ? 0
                : SentenceEnd.AfterMark(line, i, quoted, bold, complete);
            if (verdict != 0)
            {
                return verdict;
            }

            i = after;
        }
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

    private static int SkipCode(ReadOnlySpan<char> line, int start, bool complete)
    {
        var run = SentenceEnd.RunLength(line, start, '`');
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
            var length = SentenceEnd.RunLength(window, i, '`');
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

    private static bool IsOpening(char c) => c is '「' or '『' or '（' or '(' or '【' or '［' or '〈' or '《' or '“' or '｢';
    private static bool IsClosing(char c) => c is '」' or '』' or '）' or ')' or '】' or '］' or '〉' or '》' or '”' or '｣';
}

namespace LanguageRouter.Signals.Tasks;

/// <summary>The list of answers of a multiple-choice question, as far as its form shows.</summary>
/// <param name="Start">Where the list starts; the length of the text where there is none.</param>
/// <param name="Count">How many answers are marked in order; 0 where there is no question with a list.</param>
/// <param name="AverageLength">How long an answer is on average, in characters.</param>
/// <param name="Numeric">How many answers are numbers.</param>
/// <param name="Names">How many answers are three or more kanji and nothing else.</param>
internal readonly record struct ChoiceList(int Start, int Count, int AverageLength, int Numeric, int Names)
{
    private const string Letters = "abcdefgh";
    private const string Kana = "アイウエオカキク";
    private const string Digits = "12345678";

    // How much of the text before a list may hold its question (judgement).
    private const int QuestionReach = 160;

    /// <summary>Whether there is a question with a list of answers.</summary>
    public bool IsPresent => Count >= 3;

    /// <summary>Finds the list of answers of a question.</summary>
    /// <param name="text">The folded text.</param>
    /// <remarks>Answers are marked A, B, C or 1, 2, 3 or ア, イ, ウ in order, or stand behind 選択肢 with commas. A list after no question (requirements, items to sort) is none.</remarks>
    public static ChoiceList Find(ReadOnlySpan<char> text)
    {
        var none = new ChoiceList(text.Length, 0, 0, 0, 0);
        if (!MayHoldList(text))
        {
            return none;
        }

        var best = Better(Marked(text, Letters), Better(Marked(text, Digits), Marked(text, Kana)));
        if (!best.IsPresent)
        {
            best = Listed(text);
        }

        return best.IsPresent && AsksBefore(text[..best.Start]) ? best : none;
    }

    // A list needs lines, brackets, the word 選択肢, or marks in running text; most texts have none of them.
    private static bool MayHoldList(ReadOnlySpan<char> text) =>
        text.Count('\n') >= 2 || text.Count('(') >= 3 || text.Contains('選') || text.Contains(" b.", StringComparison.Ordinal) || text.Contains("b)", StringComparison.Ordinal);

    private static ChoiceList Better(ChoiceList one, ChoiceList other) => one.Count >= other.Count ? one : other;

    private static ChoiceList Marked(ReadOnlySpan<char> text, string marks)
    {
        Span<int> starts = stackalloc int[9];
        var found = 0;
        var at = 0;
        while (found < marks.Length && NextMark(text, at, marks[found]) is >= 0 and var mark)
        {
            starts[found++] = mark;
            at = mark + 2;
        }

        if (found < 3)
        {
            return new ChoiceList(text.Length, 0, 0, 0, 0);
        }

        starts[found] = text.Length;
        var (total, numeric, names) = (0, 0, 0);
        for (var i = 0; i < found; i++)
        {
            var answer = text[(starts[i] + 2)..starts[i + 1]];
            var line = answer.IndexOf('\n');
            Weigh(line < 0 ? answer : answer[..line], ref total, ref numeric, ref names);
        }

        return new ChoiceList(starts[0], found, total / found, numeric, names);
    }

    // "選択肢: 犬、猫、鳥、魚"
    private static ChoiceList Listed(ReadOnlySpan<char> text)
    {
        var none = new ChoiceList(text.Length, 0, 0, 0, 0);
        var start = text.Contains('選') ? text.LastIndexOf("選択肢:") : -1;
        var rest = start < 0 ? default : text[(start + 4)..].TrimStart('\n');
        if (rest.IsEmpty)
        {
            return none;
        }

        var (count, total, numeric, names) = (0, 0, 0, 0);
        while (!rest.IsEmpty)
        {
            var stop = rest.IndexOfAny("、,\n/");
            Weigh(stop < 0 ? rest : rest[..stop], ref total, ref numeric, ref names);
            count++;
            rest = stop < 0 ? default : rest[(stop + 1)..];
        }

        return count < 3 ? none : new ChoiceList(start, count, total / count, numeric, names);
    }

    private static void Weigh(ReadOnlySpan<char> answer, ref int total, ref int numeric, ref int names)
    {
        answer = answer.Trim(" \n()。、");
        total += answer.Length;
        if (answer.Length is > 0 and <= 14 && !answer.ContainsAnyInRange('\u3041', '\u9FFF') && (char.IsAsciiDigit(answer[0]) || (answer.Length > 1 && answer[0] is '$' or '-' or '√' or '\\' && char.IsAsciiDigit(answer[1]))))
        {
            numeric++;
        }

        if (answer.Length is >= 3 and <= 6 && !answer.ContainsAnyExceptInRange('\u4E00', '\u9FFF'))
        {
            names++;
        }
    }

    private static bool AsksBefore(ReadOnlySpan<char> before)
    {
        if (before.Length > QuestionReach)
        {
            before = before[^QuestionReach..];
        }

        var end = before.TrimEnd(" \n([:-・");
        return before.Contains('?') || end.EndsWith("か") || end.EndsWith("か。") || end.EndsWith("は") || end.EndsWith("選択肢") || end.EndsWith("options") || end.EndsWith("choices")
            || before.Contains("選択肢", StringComparison.Ordinal) || before.Contains("選択せ", StringComparison.Ordinal) || before.Contains("選び", StringComparison.Ordinal) || before.Contains("選ん", StringComparison.Ordinal)
            || before.Contains("選べ", StringComparison.Ordinal) || before.Contains("次のうち", StringComparison.Ordinal) || before.Contains("どれか", StringComparison.Ordinal)
            || before.Contains("__", StringComparison.Ordinal) || before.Contains("choose", StringComparison.Ordinal) || before.Contains("which", StringComparison.Ordinal);
    }

    // A mark stands at the start of a line or after a space, comma or question, and is followed by . ) : 、 or ].
    private static int NextMark(ReadOnlySpan<char> text, int from, char mark)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOf(mark);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (i + 1 < text.Length && text[i + 1] is '.' or ')' or ':' or '、' or ']' && Starts(text, i, text[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Starts(ReadOnlySpan<char> text, int at, char closing)
    {
        if (at == 0 || text[at - 1] is '\n' or '(' or '[')
        {
            return true;
        }

        // In running text: "a. x b. y", never "3.5" or "x=1, 2, 3".
        var before = text[at - 1];
        return closing is not '、' && (before is ' ' or ',' or ';' or '/' or '|' || before >= '\u3000' || before is '?') && !(closing == '.' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2]));
    }
}

namespace LanguageRouter.Signals.Tasks;

/// <summary>Reads what the shape of a turn shows, whatever its words: a list of answers, numbers, a passage with a question, code, length, scripts.</summary>
internal static class TaskShape
{
    private enum Feature
    {
        Always,
        Choices,
        NumericChoices,
        NameChoices,
        ShortChoices,
        LongChoices,
        Code,
        JapaneseCode,
        Json,
        PassageQuestion,
        Question,
        Topic,
        Numbers,
        Length = Numbers + 5,
        Lines = Length + 4,
        Scripts = Lines + 3,
        Edges = Scripts + 16,
        Phrase = Edges + 16,
        StrongPhrase = Phrase + 17,
        Last = StrongPhrase + 17,
    }

    private const int ScriptReach = 200;

    /// <summary>How many rows the features of shape need.</summary>
    public const int Count = (int)Feature.Last;

    /// <summary>The row of a turn of whose kind no phrase says anything, the first of those that tell what the phrases show.</summary>
    public const int FirstPhrase = (int)Feature.Phrase;

    /// <summary>A buffer of this size holds the rows of every turn.</summary>
    public const int Capacity = 20;

    /// <summary>Reads the features.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="context">What is already known of the request.</param>
    /// <param name="phrases">What its phrases show.</param>
    /// <param name="rows">Receives the row of each feature that holds; room for <see cref="Capacity"/>.</param>
    /// <returns>How many hold.</returns>
    public static int Read(ReadOnlySpan<char> text, ChoiceList choices, TaskContext context, in TaskFinding phrases, Span<int> rows)
    {
        var count = 0;
        rows[count++] = (int)Feature.Always;
        rows[count++] = (int)(phrases.Confidence >= 0.8 ? Feature.StrongPhrase : Feature.Phrase) + (int)phrases.Kind;
        if (choices.IsPresent)
        {
            rows[count++] = (int)Feature.Choices;
            Add(Feature.NumericChoices, choices.Numeric >= choices.Count - 1, rows, ref count);
            Add(Feature.NameChoices, choices.Names >= choices.Count - 1, rows, ref count);
            Add(Feature.ShortChoices, choices.AverageLength <= 5, rows, ref count);
            Add(Feature.LongChoices, choices.AverageLength >= 18, rows, ref count);
        }

        Add(Feature.Code, context.HasCode, rows, ref count);
        Add(Feature.JapaneseCode, context.CodeHasJapanese, rows, ref count);
        Add(Feature.Json, context.HasJson, rows, ref count);
        Add(Feature.PassageQuestion, PassageQuestion.Is(text), rows, ref count);
        Add(Feature.Question, text[^1] is '?' or 'か', rows, ref count);
        Add(Feature.Topic, text.TrimEnd('?') is [.., 'は'], rows, ref count);
        rows[count++] = (int)Feature.Numbers + WordProblem.Numbers(text);
        rows[count++] = (int)Feature.Length + LengthClass(text.Length);

        // How many lines, and the script of the whole, of its first and of its last line.
        var first = text.IndexOf('\n');
        var last = text.LastIndexOf('\n');
        rows[count++] = (int)Feature.Lines + (first < 0 ? 0 : first == last ? 1 : 2);
        rows[count++] = (int)Feature.Scripts + ScriptClass(text[..Math.Min(text.Length, ScriptReach)]);
        rows[count++] = (int)Feature.Edges + (first < 0 ? 0 : 1 + ScriptPair(text[..first], text[(last + 1)..]));
        return count;
    }

    private static void Add(Feature feature, bool holds, Span<int> rows, ref int count)
    {
        rows[count] = (int)feature;
        count += holds ? 1 : 0;
    }

    private static int LengthClass(int length) => length switch
    {
        <= 4 => 0,
        <= 10 => 1,
        <= 20 => 2,
        _ => 3,
    };

    private static int ScriptClass(ReadOnlySpan<char> text) =>
        (text.ContainsAnyInRange('ぁ', 'ヺ') ? 1 : 0)
        | (text.ContainsAnyInRange('a', 'z') ? 2 : 0)
        | (text.ContainsAnyInRange('\uAC00', '\uD7A3') || text.ContainsAnyInRange('\u00C0', '\u04FF') ? 4 : 0)
        | (text.ContainsAnyInRange('\u4E00', '\u9FFF') ? 8 : 0);

    private static int ScriptPair(ReadOnlySpan<char> first, ReadOnlySpan<char> last) => (Script(first) * 3) + Script(last);

    // Kana: Japanese. None, but letters: Latin or another language.
    private static int Script(ReadOnlySpan<char> line) => line.ContainsAnyInRange('ぁ', 'ヺ') ? 0 : line.ContainsAnyInRange('a', 'z') ? 1 : 2;
}

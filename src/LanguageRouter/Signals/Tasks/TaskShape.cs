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

    /// <summary>How many rows the features of shape need.</summary>
    public const int Count = (int)Feature.Last;

    /// <summary>Reads the features.</summary>
    /// <typeparam name="TSink">A struct, so that the call is direct.</typeparam>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="context">What is already known of the request.</param>
    /// <param name="phrases">What its phrases show.</param>
    /// <param name="sink">Receives the features.</param>
    public static void Read<TSink>(ReadOnlySpan<char> text, ChoiceList choices, TaskContext context, in TaskFinding phrases, ref TSink sink)
        where TSink : struct, ITaskFeatureSink, allows ref struct
    {
        Report(Feature.Always, true, ref sink);
        sink.Shape((int)(phrases.Confidence >= 0.8 ? Feature.StrongPhrase : Feature.Phrase) + (int)phrases.Kind);

        if (choices.IsPresent)
        {
            Report(Feature.Choices, true, ref sink);
            Report(Feature.NumericChoices, choices.Numeric >= choices.Count - 1, ref sink);
            Report(Feature.NameChoices, choices.Names >= choices.Count - 1, ref sink);
            Report(Feature.ShortChoices, choices.AverageLength <= 5, ref sink);
            Report(Feature.LongChoices, choices.AverageLength >= 18, ref sink);
        }

        Report(Feature.Code, context.HasCode, ref sink);
        Report(Feature.JapaneseCode, context.CodeHasJapanese, ref sink);
        Report(Feature.Json, context.HasJson, ref sink);
        Report(Feature.PassageQuestion, PassageQuestion.Is(text), ref sink);
        Report(Feature.Question, text[^1] is '?' or 'か', ref sink);
        Report(Feature.Topic, text.TrimEnd('?').EndsWith("は"), ref sink);
        sink.Shape((int)Feature.Numbers + WordProblem.Numbers(text));
        sink.Shape((int)Feature.Length + LengthClass(text.Length));

        // How many lines, and the script of the whole, of its first and of its last line.
        var first = text.IndexOf('\n');
        var last = text.LastIndexOf('\n');
        sink.Shape((int)Feature.Lines + (first < 0 ? 0 : first == last ? 1 : 2));
        sink.Shape((int)Feature.Scripts + ScriptClass(text[..Math.Min(text.Length, TaskFeatures.Reach)]));
        sink.Shape((int)Feature.Edges + (first < 0 ? 0 : 1 + ScriptPair(text[..first], text[(last + 1)..])));
    }

    private static void Report<TSink>(Feature feature, bool holds, ref TSink sink)
        where TSink : struct, ITaskFeatureSink, allows ref struct
    {
        if (holds)
        {
            sink.Shape((int)feature);
        }
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

namespace LanguageRouter.Signals.Tasks;

/// <summary>Turns the evidence of a turn into one kind.</summary>
/// <remarks>
/// The order is the rule: what is asked for outright, then code, then the form (multiple choice, passage with a question, word problem, fact, explanation), then the topic alone.
/// All thresholds are judgement, set on the development sets that the evaluation names.
/// </remarks>
internal static class TaskDecision
{
    private const int Request = 50;
    private const int Form = 14;
    private const int Topics = 24;

    private static readonly TaskKind[] Kinds =
    [
        TaskKind.Translation, TaskKind.Wordplay, TaskKind.Rewriting, TaskKind.Code, TaskKind.Summarization, TaskKind.Extraction,
        TaskKind.Classification, TaskKind.Creative, TaskKind.Math, TaskKind.Reasoning, TaskKind.SmallTalk,
    ];

    /// <summary>Decides by what a turn asks for outright.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="cues">The evidence, without topics.</param>
    /// <param name="context">What is already known.</param>
    /// <returns>The finding, or null where the form of the question and its topic must decide.</returns>
    public static TaskFinding? Asked(ReadOnlySpan<char> text, ChoiceList choices, in CueSink cues, TaskContext context)
    {
        // 1. What is asked for outright. A protective kind wins over a kind that is asked for as strongly.
        var asked = Strongest(cues);
        var strength = cues.Strongest[(int)asked];
        if (cues.Rules.Strength >= Request && cues.Rules.Strength >= strength && !IsPuzzleOfNumbers(text, cues))
        {
            var rule = WordingRules.All[cues.Rules.Rule];
            return new TaskFinding(Kinds[(int)rule.Cue], rule.Evidence, cues.Rules.Strength >= 75 ? 0.9 : 0.7);
        }

        if (strength >= Request && asked is <= Cue.Rewriting)
        {
            return Found(asked, cues, strength);
        }

        // 2. A list of answers to choose from: topics decide.
        if (choices.IsPresent && (strength < Request || asked is not (Cue.Extraction or Cue.Classification)))
        {
            return null;
        }

        // 3. Code, by its own text or by what the other signals saw.
        if ((context.HasCode && (strength < Request || asked is Cue.Code)) || (strength >= Request && asked is Cue.Code))
        {
            return Code(cues, context);
        }

        return strength >= Request ? Found(asked, cues, strength) : null;
    }

    private static Cue Strongest(in CueSink cues)
    {
        var asked = Cue.Translation;
        for (var cue = Cue.Translation; cue <= Cue.SmallTalk; cue++)
        {
            if (cues.Strongest[(int)cue] > cues.Strongest[(int)asked])
            {
                asked = cue;
            }
        }

        return asked;
    }

    // "It takes Carmen 10 minutes to finish a crossword puzzle ...": games and letters may be what is counted.
    private static bool IsPuzzleOfNumbers(ReadOnlySpan<char> text, in CueSink cues) =>
        WordingRules.All[cues.Rules.Rule].Cue is Cue.Wordplay && cues.Sums[(int)Cue.Quantity] >= 10 && WordProblem.Numbers(text) >= 3;

    /// <summary>Decides by the shape of a text alone: a passage with a question, a word problem.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="cues">The evidence, without topics.</param>
    /// <returns>The finding, or null where topics must decide.</returns>
    public static TaskFinding? Shape(ReadOnlySpan<char> text, ChoiceList choices, in CueSink cues)
    {
        if (choices.IsPresent)
        {
            return null;
        }

        // 4. A passage and a question about it.
        if (PassageQuestion.Is(text))
        {
            return new TaskFinding(TaskKind.Extraction, "pattern:passage-question", 0.75);
        }

        // 5. Numbers and a question for a quantity: a word problem.
        return WordProblem.Is(text, cues.Sums[(int)Cue.Quantity], cues.Sums[(int)Cue.NumberWord]) ? new TaskFinding(TaskKind.Math, "pattern:word-problem", 0.85) : null;
    }

    /// <summary>Says whether a turn has the form of a question.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="cues">The evidence, without topics.</param>
    public static bool Asks(ReadOnlySpan<char> text, in CueSink cues) =>
        cues.Sums[(int)Cue.Explain] + cues.Sums[(int)Cue.Factoid] + cues.Sums[(int)Cue.Which] + cues.Strongest[(int)Cue.Math] + cues.Strongest[(int)Cue.Reasoning] > 0 || text[^1] is '?' or 'か' or 'は';

    /// <summary>Decides by the form of a question and its topic.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="zones">Where its instruction stands.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="cues">The evidence, with topics.</param>
    public static TaskFinding Question(ReadOnlySpan<char> text, InstructionZones zones, ChoiceList choices, in CueSink cues)
    {
        if (choices.IsPresent)
        {
            var asked = Strongest(cues);
            return Choice(text, choices, cues, cues.Strongest[(int)asked] >= Request ? asked : Cue.Which);
        }

        var explain = cues.Sums[(int)Cue.Explain];
        var factoid = cues.Sums[(int)Cue.Factoid] + (EndsInTopic(text) ? 9 : 0);
        if (cues.Sums[(int)Cue.Mathematics] >= Topics && WordProblem.Numbers(text) >= 1)
        {
            return new TaskFinding(TaskKind.Math, Code(cues, Cue.Mathematics), 0.7);
        }

        if (cues.Sums[(int)Cue.Which] >= Form)
        {
            return Choice(text, choices, cues, Cue.Which);
        }

        if (zones.HasMaterial && (factoid >= 16 || explain >= 22))
        {
            return new TaskFinding(TaskKind.Extraction, "pattern:passage-question", 0.6);
        }

        // 6. A question for a fact or for an explanation.
        if ((factoid > explain && factoid >= 9) || (factoid >= 5 && explain < 9))
        {
            return new TaskFinding(TaskKind.Entity, cues.Evidence[(int)Cue.Factoid] > 0 ? Code(cues, Cue.Factoid) : "pattern:topic-question", Band(factoid, explain));
        }

        if (explain >= Form)
        {
            return cues.Sums[(int)Cue.Japan] >= 18
                ? new TaskFinding(TaskKind.Culture, Code(cues, Cue.Japan), 0.75)
                : new TaskFinding(TaskKind.WorldKnowledge, Code(cues, Cue.Explain), Band(explain, factoid));
        }

        // 7. A topic alone, or a question of which nothing else is known.
        return Topic(cues, explain + factoid) is { Kind: not TaskKind.Unknown } topic ? topic : ShortQuestion(text);
    }

    private static TaskFinding Choice(ReadOnlySpan<char> text, ChoiceList choices, in CueSink cues, Cue asked)
    {
        var japan = cues.Sums[(int)Cue.Japan];
        var mathematics = cues.Sums[(int)Cue.Mathematics];
        var science = cues.Sums[(int)Cue.Science];
        var world = cues.Sums[(int)Cue.World];
        if (asked is Cue.Math && science < Topics)
        {
            return Found(Cue.Math, cues, cues.Strongest[(int)Cue.Math]);
        }

        var everyday = choices.IsPresent && choices.AverageLength <= 5 && QuestionLength(text, choices) <= 34;
        if (japan >= (everyday ? 54 : 36) && japan > world && japan > science)
        {
            return new TaskFinding(TaskKind.Culture, Code(cues, Cue.Japan), 0.75);
        }

        if (mathematics >= 12 && mathematics >= science && mathematics >= world && (mathematics >= Topics || choices.Numeric >= 3))
        {
            return new TaskFinding(TaskKind.Math, Code(cues, Cue.Mathematics), 0.7);
        }

        if (choices.IsPresent && choices.Numeric >= choices.Count - 1 && science < Topics && world < 12)
        {
            return new TaskFinding(TaskKind.Math, "pattern:numeric-choices", 0.6);
        }

        if (choices.IsPresent && choices.Names >= choices.Count - 1 && science == 0 && world < Topics && !HasKatakana(text))
        {
            return new TaskFinding(TaskKind.Culture, "pattern:kanji-names", 0.5);
        }

        // Everyday answers of a word each are commonsense; a topic word among them says little.
        if (asked is Cue.Reasoning || science > world || (everyday && world < 2 * Topics) || (world == 0 && science > 0))
        {
            return new TaskFinding(TaskKind.Reasoning, "pattern:multiple-choice", 0.7);
        }

        return world > 0
            ? new TaskFinding(TaskKind.WorldKnowledge, Code(cues, Cue.World), Band(world, science))
            : new TaskFinding(TaskKind.WorldKnowledge, "pattern:multiple-choice", 0.5);
    }

    // The line before the list, without a label such as 質問: or 選択肢:.
    private static int QuestionLength(ReadOnlySpan<char> text, ChoiceList choices)
    {
        var before = text[..choices.Start].TrimEnd("\n([ :").TrimEnd("選択肢").TrimEnd('\n');
        var line = before[(before.LastIndexOfAny('\n', ':') + 1)..];
        return line.Length;
    }

    private static bool HasKatakana(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('ァ', 'ヺ');
        return at >= 0 && at + 1 < text.Length && text[at + 1] is >= 'ァ' and <= 'ー';
    }

    private static TaskFinding Topic(in CueSink cues, int question)
    {
        if (cues.Sums[(int)Cue.Japan] >= 36 || (cues.Sums[(int)Cue.Japan] >= 18 && question > 0))
        {
            return new TaskFinding(TaskKind.Culture, Code(cues, Cue.Japan), 0.5);
        }

        if (cues.Sums[(int)Cue.Mathematics] >= Topics)
        {
            return new TaskFinding(TaskKind.Math, Code(cues, Cue.Mathematics), 0.5);
        }

        var world = cues.Sums[(int)Cue.World];
        var science = cues.Sums[(int)Cue.Science];
        if (question == 0 || world + science < 12)
        {
            return TaskFinding.None;
        }

        return world >= science
            ? new TaskFinding(TaskKind.WorldKnowledge, Code(cues, Cue.World), 0.5)
            : new TaskFinding(TaskKind.Reasoning, Code(cues, Cue.Science), 0.5);
    }

    // What is left: a wh-word or a short noun phrase with a question mark (世界一流域面積の広い川?) asks for a name, other questions for knowledge.
    private static TaskFinding ShortQuestion(ReadOnlySpan<char> text)
    {
        var line = text[(text.LastIndexOf('\n') + 1)..].TrimEnd('。');
        if (line.Length is < 5 or > 90 || !(line[^1] is '?' or 'か' or 'の'))
        {
            return TaskFinding.None;
        }

        var end = line.TrimEnd('?');
        return !line.ContainsAny("何誰") && !StartsWithQuestionWord(line) && (end.EndsWith("ですか") || end.EndsWith("ますか") || end.EndsWith("でしょうか") || char.IsAsciiLetter(end[^1]))
            ? new TaskFinding(TaskKind.WorldKnowledge, "pattern:yes-no-question", 0.4)
            : new TaskFinding(TaskKind.Entity, "pattern:short-question", 0.4);
    }

    private static bool StartsWithQuestionWord(ReadOnlySpan<char> line) =>
        line.StartsWith("what ") || line.StartsWith("which ") || line.StartsWith("who ") || line.StartsWith("when ") || line.StartsWith("where ");

    private static TaskFinding Code(in CueSink cues, TaskContext context)
    {
        var evidence = cues.Evidence[(int)Cue.Code] > 0 ? Code(cues, Cue.Code) : "signal:code";
        return context.CodeHasJapanese || cues.Strongest[(int)Cue.JapaneseLiterals] >= Request
            ? new TaskFinding(TaskKind.CodeWithJapanese, evidence, 0.8)
            : new TaskFinding(TaskKind.Code, evidence, 0.85);
    }

    private static TaskFinding Found(Cue cue, in CueSink cues, int strength) =>
        new(Kinds[(int)cue], Code(cues, cue), strength >= 75 ? 0.95 : 0.8);

    private static string Code(in CueSink cues, Cue cue) => cues.EvidenceOf(cue);

    // "日本最長の川は？": a question that breaks off after its topic asks for a name.
    private static bool EndsInTopic(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd('?');
        return !end.IsEmpty && end[^1] == 'は';
    }

    private static double Band(int first, int second) => first >= 3 * second ? 0.8 : first >= 1.5 * second ? 0.65 : 0.5;
}

using LanguageRouter.Signals.Tasks.Vocabulary;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Turns the evidence of a turn into one kind.</summary>
/// <remarks>
/// The order is the rule: what is asked for outright, then code, then the form (multiple choice, word problem, passage with a question, fact, explanation), then the topic alone.
/// All thresholds are judgement, set on the development sets that the evaluation names.
/// </remarks>
internal static class TaskDecision
{
    private const int Request = 50;
    private const int Form = 14;

    private static readonly TaskKind[] Kinds =
    [
        TaskKind.Translation, TaskKind.Readings, TaskKind.Wordplay, TaskKind.Rewriting, TaskKind.Code, TaskKind.Summarization, TaskKind.Extraction,
        TaskKind.Classification, TaskKind.Creative, TaskKind.Math, TaskKind.Reasoning, TaskKind.SmallTalk,
    ];

    public static TaskFinding Decide(ReadOnlySpan<char> text, InstructionZones zones, in CueSink cues, TaskContext context)
    {
        // 1. What is asked for outright. A protective kind wins over a kind that is asked for as strongly.
        var asked = Cue.Translation;
        for (var cue = Cue.Translation; cue <= Cue.SmallTalk; cue++)
        {
            if (cues.Strongest[(int)cue] > cues.Strongest[(int)asked])
            {
                asked = cue;
            }
        }

        var strength = cues.Strongest[(int)asked];
        if (cues.Rules.Strength >= Request && cues.Rules.Strength >= strength)
        {
            var rule = WordingRules.All[cues.Rules.Rule];
            return new TaskFinding(Kinds[(int)rule.Cue], rule.Evidence, cues.Rules.Strength >= 75 ? 0.9 : 0.7);
        }

        if (strength >= Request && asked is <= Cue.Rewriting)
        {
            return Found(asked, cues, strength);
        }

        // 2. Code, by its own text or by what the other signals saw.
        if (context.HasCode && (strength < Request || asked is Cue.Code))
        {
            return Code(cues, context);
        }

        if (strength >= Request && asked is Cue.Code)
        {
            return Code(cues, context);
        }

        // 3. A list of answers to choose from.
        var choices = ChoiceList.Count(text);
        if (choices >= 3 && (strength < Request || asked is Cue.Reasoning or Cue.Math or Cue.Extraction) || (cues.Sums[(int)Cue.Which] >= Form && strength < Request))
        {
            return Choice(cues, strength, asked);
        }

        if (strength >= Request)
        {
            return Found(asked, cues, strength);
        }

        // 4. Numbers and a question for a quantity: a word problem.
        var quantity = cues.Sums[(int)Cue.Quantity];
        if (quantity >= 10 && WordProblem.Numbers(text) is >= 2 and var numbers && (quantity >= 20 || numbers >= 3))
        {
            return new TaskFinding(TaskKind.Math, "pattern:word-problem", 0.85);
        }

        if (cues.Sums[(int)Cue.Mathematics] >= 24 && WordProblem.Numbers(text) >= 1)
        {
            return new TaskFinding(TaskKind.Math, Code(cues, Cue.Mathematics), 0.7);
        }

        // 5. A passage and a question about it.
        var explain = cues.Sums[(int)Cue.Explain];
        var factoid = cues.Sums[(int)Cue.Factoid] + (EndsInTopic(text) ? 9 : 0);
        if (zones.HasMaterial && (factoid >= 5 || explain >= 3 || cues.Sums[(int)Cue.Passage] > 0))
        {
            return new TaskFinding(TaskKind.Extraction, "pattern:passage-question", 0.75);
        }

        // 6. A question for a fact or for an explanation.
        if (factoid > explain && factoid >= 9)
        {
            return new TaskFinding(TaskKind.Entity, cues.Evidence[(int)Cue.Factoid] > 0 ? Code(cues, Cue.Factoid) : "pattern:topic-question", Band(factoid, explain));
        }

        if (explain >= Form)
        {
            return cues.Sums[(int)Cue.Japan] >= 18
                ? new TaskFinding(TaskKind.Culture, Code(cues, Cue.Japan), 0.75)
                : new TaskFinding(TaskKind.WorldKnowledge, Code(cues, Cue.Explain), Band(explain, factoid));
        }

        // 7. A topic alone.
        return Topic(cues, explain + factoid);
    }

    private static TaskFinding Choice(in CueSink cues, int strength, Cue asked)
    {
        var japan = cues.Sums[(int)Cue.Japan];
        var mathematics = cues.Sums[(int)Cue.Mathematics];
        var science = cues.Sums[(int)Cue.Science];
        var world = cues.Sums[(int)Cue.World];
        if (strength >= Request && asked is Cue.Math)
        {
            return Found(Cue.Math, cues, strength);
        }

        if (japan >= 36 && japan > world && japan > science)
        {
            return new TaskFinding(TaskKind.Culture, Code(cues, Cue.Japan), 0.75);
        }

        if (mathematics >= 24 && mathematics >= science && mathematics >= world)
        {
            return new TaskFinding(TaskKind.Math, Code(cues, Cue.Mathematics), 0.7);
        }

        return world > science && world >= 12
            ? new TaskFinding(TaskKind.WorldKnowledge, Code(cues, Cue.World), Band(world, science))
            : new TaskFinding(TaskKind.Reasoning, "pattern:multiple-choice", 0.7);
    }

    private static TaskFinding Topic(in CueSink cues, int question)
    {
        if (cues.Sums[(int)Cue.Japan] >= 36 || (cues.Sums[(int)Cue.Japan] >= 18 && question > 0))
        {
            return new TaskFinding(TaskKind.Culture, Code(cues, Cue.Japan), 0.5);
        }

        if (cues.Sums[(int)Cue.Mathematics] >= 24)
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

    private static TaskFinding Code(in CueSink cues, TaskContext context)
    {
        var evidence = cues.Evidence[(int)Cue.Code] > 0 ? Code(cues, Cue.Code) : "signal:code";
        return context.CodeHasJapanese || cues.Strongest[(int)Cue.JapaneseLiterals] >= Request
            ? new TaskFinding(TaskKind.CodeWithJapanese, evidence, 0.8)
            : new TaskFinding(TaskKind.Code, evidence, 0.85);
    }

    private static TaskFinding Found(Cue cue, in CueSink cues, int strength) =>
        new(Kinds[(int)cue], Code(cues, cue), strength >= 75 ? 0.95 : 0.8);

    private static string Code(in CueSink cues, Cue cue) => TaskVocabulary.Phrases[cues.Evidence[(int)cue] - 1].Evidence;

    // "日本最長の川は？": a question that breaks off after its topic asks for a name.
    private static bool EndsInTopic(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd('?');
        return !end.IsEmpty && end[^1] == 'は';
    }

    private static double Band(int first, int second) => first >= 3 * second ? 0.8 : first >= 1.5 * second ? 0.65 : 0.5;
}

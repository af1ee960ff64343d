using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Says what a turn asks for, from its phrases and its form.</summary>
/// <remarks>
/// Pure, safe for concurrent use, total for any UTF-16 text. Only the first and the last <see cref="InstructionText.Window"/> characters are read, so the cost
/// is bounded for any length. Nothing is allocated: the evidence is a code of the library's own tables.
/// Requests whose string is the object (translation, proofreading, keigo, wordplay, readings) win over every weaker kind.
/// </remarks>
internal static class TaskKindClassifier
{
    /// <summary>Classifies the last turn of a user.</summary>
    /// <param name="lastUserTurn">The text of the turn.</param>
    /// <param name="context">What is already known of the request.</param>
    /// <returns>The kind and its evidence, or <see cref="TaskFinding.None"/>.</returns>
    [SkipLocalsInit]
    public static TaskFinding Classify(ReadOnlySpan<char> lastUserTurn, TaskContext context)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> phrases = stackalloc PhraseMatch[Instruction.MostPhrases];
        return Classify(Instruction.Read(lastUserTurn, buffer, phrases), context);
    }

    /// <summary>Classifies an instruction.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="context">What is already known of the request.</param>
    [SkipLocalsInit]
    public static TaskFinding Classify(Instruction instruction, TaskContext context)
    {
        var text = instruction.Text;
        if (text.IsEmpty)
        {
            return TaskFinding.None;
        }

        var choices = ChoiceList.Find(text);
        var phrases = PhraseFindings.Of(instruction, choices, context);
        Span<float> scores = stackalloc float[TaskModel.Kinds];
        Span<uint> units = stackalloc uint[TaskUnits.Capacity];
        Span<int> shapes = stackalloc int[TaskShape.Capacity];
        var count = TaskUnits.Read(text, choices, units);
        shapes = shapes[..TaskShape.Read(text, choices, context, phrases, shapes)];
        var known = TaskModel.Default.Score(units, count, shapes, scores);

        // Where nothing is known the shape alone is no evidence.
        return known == 0 && phrases.Kind is TaskKind.Unknown ? TaskFinding.None : TaskVerdict.Of(phrases, choices.IsPresent, IsWide(text), scores);
    }

    /// <summary>Says whether a text has a character of Japanese, Chinese or Korean.</summary>
    /// <param name="text">The text.</param>
    public static bool IsWide(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u2E80', '\uFFEF');
}

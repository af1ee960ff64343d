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
        Span<char> buffer = stackalloc char[InstructionText.BufferSize];
        return ClassifyFolded(InstructionText.Fold(lastUserTurn, buffer), context);
    }

    /// <summary>Classifies a text that is folded already.</summary>
    /// <param name="text">The text, as <see cref="InstructionText.Fold"/> gives it.</param>
    /// <param name="context">What is already known of the request.</param>
    public static TaskFinding ClassifyFolded(ReadOnlySpan<char> text, TaskContext context)
    {
        if (text.IsEmpty)
        {
            return TaskFinding.None;
        }

        var choices = ChoiceList.Find(text);
        var phrases = PhraseFindings.Of(text, choices, context);
        Span<float> scores = stackalloc float[TaskModel.Kinds];
        var known = TaskModel.Default.Score(text, choices, context, phrases, scores);

        // Where nothing is known the shape alone is no evidence.
        return known == 0 && phrases.Kind is TaskKind.Unknown ? TaskFinding.None : TaskVerdict.Of(phrases, choices.IsPresent, scores);
    }
}

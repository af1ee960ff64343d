using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>One prompt whose kind is known from its set.</summary>
/// <param name="Set">The set, and how it is phrased.</param>
/// <param name="Text">The prompt.</param>
/// <param name="Kind">The kind that its set gives it.</param>
/// <param name="Development">Whether it belongs to the half that was read while the phrases were written.</param>
/// <param name="Also">A second kind that is as right, where the set's label leaves both open.</param>
internal sealed record TaskItem(string Set, string Text, TaskKind Kind, bool Development, TaskKind? Also = null);

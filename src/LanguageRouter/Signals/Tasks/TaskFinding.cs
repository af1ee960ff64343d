namespace LanguageRouter.Signals.Tasks;

/// <summary>The task kind of a request, with the evidence for it.</summary>
/// <param name="Kind">The kind; <see cref="TaskKind.Unknown"/> where nothing shows one.</param>
/// <param name="Evidence">A stable short code such as <c>keyword:要約</c> or <c>pattern:multiple-choice</c>: an entry of the library's own tables, never text of the user.</param>
/// <param name="Confidence">How sure the finding is, 0 to 1; 0 where unknown. Measured bands, not a calibrated probability.</param>
internal readonly record struct TaskFinding(TaskKind Kind, string Evidence, double Confidence)
{
    /// <summary>The finding where no evidence fires.</summary>
    public static readonly TaskFinding None = new(TaskKind.Unknown, "none", 0);
}

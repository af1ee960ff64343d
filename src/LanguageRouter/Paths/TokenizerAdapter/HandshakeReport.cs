namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Whether a server's token ids are those of an adapter's tokenizer.</summary>
/// <param name="Passed">Whether every check held.</param>
/// <param name="Reason">The first difference; <see langword="null"/> where all checks held.</param>
/// <param name="ComparedTexts">How many sample texts had the same ids; 0 where the server cannot tokenize.</param>
/// <param name="At">When the checks were made.</param>
public sealed record HandshakeReport(bool Passed, string? Reason, int ComparedTexts, DateTimeOffset At)
{
    /// <summary>Gets how the server's own chat template differs from the adapter's; <see langword="null"/> where it does not, or where the server cannot tell.</summary>
    /// <remarks>By itself no reason to take an adapter out of use: see <see cref="TokenizerAdapterOptions.RequireServerTemplate"/>.</remarks>
    public string? TemplateDifference { get; init; }
}

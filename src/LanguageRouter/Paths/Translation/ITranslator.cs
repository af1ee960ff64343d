namespace LanguageRouter.Paths.Translation;

/// <summary>Translates segments of text from one language to another.</summary>
/// <remarks>
/// Implementations are safe for concurrent use and treat the segments as data: what a segment says is never obeyed.
/// A translator need not check its own work; <see cref="TranslatingChatClient"/> verifies every segment. Errors of the
/// transport are thrown as they come.
/// </remarks>
public interface ITranslator
{
    /// <summary>Gets what the translator is: its name, price form, languages, limits and region.</summary>
    TranslatorProfile Profile { get; }

    /// <summary>Translates the segments of a request.</summary>
    /// <param name="request">The segments, languages and wishes; at most <see cref="TranslatorProfile.MaxSegments"/> segments.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One text for each segment, in order, and what the call cost.</returns>
    Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default);
}

namespace LanguageRouter.Review.Records;

/// <summary>Represents the redacted text of a request whose tenant opted in.</summary>
/// <param name="DecisionId">The identifier of the decision.</param>
/// <param name="Time">When the request arrived.</param>
/// <param name="Prompt">The last user turn, redacted.</param>
/// <param name="Answer">The answer, redacted; <see langword="null"/> where none arrived whole.</param>
public sealed record StoredText(Guid DecisionId, DateTimeOffset Time, string Prompt, string? Answer);

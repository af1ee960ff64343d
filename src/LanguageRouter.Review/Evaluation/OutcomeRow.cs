namespace LanguageRouter.Review.Evaluation;

/// <summary>Represents how one route did on one prompt in the opinion of one judge.</summary>
/// <param name="Prompt">The prompt's identifier.</param>
/// <param name="Route">The route or model.</param>
/// <param name="Judge">Who scored it.</param>
/// <param name="Quality">The score, 0 to 1.</param>
/// <param name="CostUsd">What the answer cost; <see langword="null"/> where the table does not say.</param>
/// <param name="OutputTokens">The tokens of the answer; <see langword="null"/> where the table does not say.</param>
internal readonly record struct OutcomeRow(string Prompt, string Route, string Judge, double Quality, double? CostUsd, double? OutputTokens);

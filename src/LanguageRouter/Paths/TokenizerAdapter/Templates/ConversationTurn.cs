namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>One message as the template sees it.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Text">What is said.</param>
/// <param name="AnswerIds">The ids that the model gave for this very text; <see langword="null"/> where they are not known.</param>
internal sealed record ConversationTurn(TurnRole Role, string Text, IReadOnlyList<int>? AnswerIds = null);

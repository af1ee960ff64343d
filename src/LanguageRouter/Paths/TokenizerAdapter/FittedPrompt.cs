namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>A prompt that fits the context window together with its answer.</summary>
/// <param name="Ids">The prompt.</param>
/// <param name="MaxTokens">The largest answer that is asked for.</param>
/// <param name="Turns">The turns that the prompt holds.</param>
/// <param name="Dropped">How many turns were left out.</param>
internal sealed record FittedPrompt(List<int> Ids, int MaxTokens, IReadOnlyList<ConversationTurn> Turns, int Dropped);

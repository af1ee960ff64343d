namespace LanguageRouter.Stickiness;

/// <summary>Represents the route that a conversation is on, and what its provider holds in the prompt cache.</summary>
/// <param name="Route">The route's name.</param>
/// <param name="WarmTokens">The tokens of the last prompt, in the tokenizer of the route's answering model.</param>
/// <param name="UsedAt">When the route answered.</param>
public sealed record ConversationRoute(string Route, int WarmTokens, DateTimeOffset UsedAt);

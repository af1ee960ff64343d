using LanguageRouter.Tokens;

namespace LanguageRouter.Review.Records;

/// <summary>Represents the tokens of a request in one tokenizer.</summary>
/// <param name="Tokenizer">The tokenizer's name.</param>
/// <param name="Tokens">The estimate.</param>
public readonly record struct StoredTokens(string Tokenizer, TokenInterval Tokens);

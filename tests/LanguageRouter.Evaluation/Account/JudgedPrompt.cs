namespace LanguageRouter.Evaluation.Account;

/// <summary>One prompt of the judged answers.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tokens">Its tokens in o200k_base.</param>
/// <param name="Category">The benchmark and, where it has one, its own category.</param>
internal sealed record JudgedPrompt(string Text, int Tokens, string Category);

using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>One text of a fit.</summary>
internal sealed record FitSlice(string Set, string Language, int Length, TextProfile Profile, int Tokens, double Weight);

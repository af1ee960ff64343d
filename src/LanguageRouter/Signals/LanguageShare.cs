namespace LanguageRouter.Signals;

/// <summary>How much of a text's prose is in one language.</summary>
/// <param name="Tag">A BCP 47 tag.</param>
/// <param name="Share">The share of the prose characters, 0 to 1; code, URLs, JSON, numbers and emoji are not prose.</param>
public readonly record struct LanguageShare(string Tag, double Share);

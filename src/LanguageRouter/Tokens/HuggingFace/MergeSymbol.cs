namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>An id while pairs are being joined; -1 once it was joined to the one before.</summary>
internal record struct MergeSymbol(int Id, int Previous, int Next);

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>What becomes of a match at which text is cut; the names are the file's.</summary>
internal enum CutBehavior
{
    Removed,
    Isolated,
    MergedWithPrevious,
    MergedWithNext,
    Contiguous,
}

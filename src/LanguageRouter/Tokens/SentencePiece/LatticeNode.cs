namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>The best way found so far to reach one position of the text.</summary>
internal struct LatticeNode
{
    /// <summary>The sum of the scores.</summary>
    public double Score;

    /// <summary>Where the last piece starts.</summary>
    public int Start;

    /// <summary>The id of the last piece; -1 for a character without a piece.</summary>
    public int Id;
}

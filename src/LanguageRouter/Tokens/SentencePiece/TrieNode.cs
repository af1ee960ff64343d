namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>One slot of the double array: 16 bytes, so that one cache line answers a whole step.</summary>
/// <param name="Base">Where the children lie: the child of code c is the slot <c>Base + c</c>.</param>
/// <param name="Parent">The slot of the parent; -1 where this slot is free.</param>
/// <param name="Id">The id of the piece that ends here; -1 where none does.</param>
/// <param name="Score">The score of that piece.</param>
internal readonly record struct TrieNode(int Base, int Parent, int Id, float Score)
{
    public static TrieNode Free => new(0, -1, -1, 0);
}

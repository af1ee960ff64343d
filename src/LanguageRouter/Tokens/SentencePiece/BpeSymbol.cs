namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>A part of the text while pairs are being joined; parts form a linked list.</summary>
/// <param name="Start">Where the part starts.</param>
/// <param name="Length">Its length in characters; 0 once it was joined to the part before.</param>
/// <param name="Slot">The slot of the trie that the part leads to; -1 where no piece starts so.</param>
/// <param name="Previous">The part before; -1 at the start.</param>
/// <param name="Next">The part after; -1 at the end.</param>
/// <param name="Frozen">Whether the part is a user-defined piece, which is never joined.</param>
internal record struct BpeSymbol(int Start, int Length, int Slot, int Previous, int Next, bool Frozen);

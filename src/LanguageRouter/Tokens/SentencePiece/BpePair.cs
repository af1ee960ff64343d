namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Two neighbouring parts that together are a piece.</summary>
/// <param name="Score">The score of that piece: the largest is joined first.</param>
/// <param name="Left">The part on the left: of equal scores the leftmost is joined first.</param>
/// <param name="Right">The part on the right.</param>
/// <param name="Length">The length of both; another length now means that the pair is out of date.</param>
/// <param name="Slot">The slot of the trie where the piece ends.</param>
internal readonly record struct BpePair(float Score, int Left, int Right, int Length, int Slot)
{
    public bool IsBefore(in BpePair other) => Score > other.Score || (Score == other.Score && Left < other.Left);
}

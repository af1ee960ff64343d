namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>A pair that waits to be joined: the lowest rank first, of equals the leftmost.</summary>
internal readonly record struct MergePair(int Rank, int Left, int Id) : IComparable<MergePair>
{
    public int CompareTo(MergePair other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Left.CompareTo(other.Left);
}

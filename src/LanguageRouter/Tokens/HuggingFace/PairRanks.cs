namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>What two neighbouring ids are joined to, and how early.</summary>
internal sealed class PairRanks(int capacity)
{
    private readonly Dictionary<long, (int Rank, int Id)> _pairs = new(capacity);

    public void Add(int left, int right, int rank, int id) => _pairs.TryAdd(Key(left, right), (rank, id));

    public bool TryGet(int left, int right, out int rank, out int id)
    {
        var found = _pairs.TryGetValue(Key(left, right), out var pair);
        (rank, id) = pair;
        return found;
    }

    private static long Key(int left, int right) => ((long)left << 32) | (uint)right;
}

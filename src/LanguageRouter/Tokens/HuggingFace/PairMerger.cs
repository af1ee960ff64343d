namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Joins neighbouring ids by rank (byte pair encoding), in n log n.</summary>
internal sealed class PairMerger(PairRanks ranks)
{
    // Below this a scan for the best pair beats a queue.
    private const int ShortPiece = 24;

    /// <summary>Joins in place.</summary>
    public void Merge(List<int> ids)
    {
        if (ids.Count < 2)
        {
            return;
        }

        if (ids.Count <= ShortPiece)
        {
            MergeShort(ids);
        }
        else
        {
            MergeLong(ids);
        }
    }

    private void MergeShort(List<int> ids)
    {
        while (true)
        {
            var (best, at, joined) = (int.MaxValue, -1, -1);
            for (var i = 0; i + 1 < ids.Count; i++)
            {
                if (ranks.TryGet(ids[i], ids[i + 1], out var rank, out var id) && rank < best)
                {
                    (best, at, joined) = (rank, i, id);
                }
            }

            if (at < 0)
            {
                return;
            }

            ids[at] = joined;
            ids.RemoveAt(at + 1);
        }
    }

    private void MergeLong(List<int> ids)
    {
        var symbols = new MergeSymbol[ids.Count];
        for (var i = 0; i < symbols.Length; i++)
        {
            symbols[i] = new MergeSymbol(ids[i], i - 1, i + 1 < symbols.Length ? i + 1 : -1);
        }

        var queue = new PriorityQueue<MergePair, MergePair>(symbols.Length);
        for (var i = 0; i < symbols.Length; i++)
        {
            Propose(symbols, i, queue);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            ref var left = ref symbols[pair.Left];
            if (left.Id < 0 || left.Next < 0 || !ranks.TryGet(left.Id, symbols[left.Next].Id, out _, out var id) || id != pair.Id)
            {
                continue;
            }

            ref var right = ref symbols[left.Next];
            left.Id = id;
            left.Next = right.Next;
            right.Id = -1;
            if (left.Next >= 0)
            {
                symbols[left.Next].Previous = pair.Left;
            }

            Propose(symbols, pair.Left, queue);
            if (left.Previous >= 0)
            {
                Propose(symbols, left.Previous, queue);
            }
        }

        ids.Clear();
        for (var i = 0; i >= 0; i = symbols[i].Next)
        {
            ids.Add(symbols[i].Id);
        }
    }

    private void Propose(MergeSymbol[] symbols, int left, PriorityQueue<MergePair, MergePair> queue)
    {
        if (symbols[left].Next is var right and >= 0 && ranks.TryGet(symbols[left].Id, symbols[right].Id, out var rank, out var id))
        {
            var pair = new MergePair(rank, left, id);
            queue.Enqueue(pair, pair);
        }
    }
}

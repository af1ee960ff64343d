namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Cuts text into the pieces with the largest sum of scores (Kudo 2018), by one pass from left to right.</summary>
/// <remarks>
/// Time is linear: each position is followed for at most the longest piece. Of two equal sums the one found first
/// wins, that is the one whose last piece starts first. SentencePiece keeps sums in single precision and compares
/// each new one in double precision; the other readings keep double precision throughout. Exact ties come out
/// differently, so both are here.
/// </remarks>
internal sealed class UnigramSegmenter(PieceTrie trie, float unknownScore, bool singlePrecision, UnknownCharacters unknown) : ISegmenter
{
    public void Segment(ReadOnlySpan<int> text, ref IdSink sink)
    {
        if (text.IsEmpty)
        {
            return;
        }

        using var codes = new PooledBuffer<int>(text.Length);
        using var nodes = new PooledBuffer<LatticeNode>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            codes.Items[i] = trie.Alphabet.CodeOf(text[i]);
        }

        FindBest(codes.Items, nodes.Items);
        Emit(text, nodes.Items, codes.Items, ref sink);
    }

    private void FindBest(ReadOnlySpan<int> codes, Span<LatticeNode> nodes)
    {
        nodes.Fill(new LatticeNode { Score = double.NegativeInfinity, Id = -1 });
        nodes[0].Score = 0;
        var slots = trie.Nodes;
        for (var start = 0; start < codes.Length; start++)
        {
            var before = nodes[start].Score;
            var hasSingle = false;
            var slot = 0;
            for (var end = start; end < codes.Length; end++)
            {
                var code = codes[end];
                var next = slots[slot].Base + code;
                ref readonly var node = ref slots[next];
                if (node.Parent != slot || code == 0)
                {
                    break;
                }

                slot = next;
                if (node.Id < 0)
                {
                    continue;
                }

                hasSingle |= end == start;
                ref var target = ref nodes[end + 1];
                var score = before + node.Score;
                if (score > target.Score)
                {
                    target.Score = singlePrecision ? (float)score : score;
                    target.Start = start;
                    target.Id = node.Id;
                }
            }

            if (!hasSingle)
            {
                ref var target = ref nodes[start + 1];
                var score = before + unknownScore;
                score = singlePrecision ? (float)score : score;
                if (score > target.Score)
                {
                    target.Score = score;
                    target.Start = start;
                    target.Id = -1;
                }
            }
        }
    }

    private void Emit(ReadOnlySpan<int> text, ReadOnlySpan<LatticeNode> nodes, Span<int> ends, ref IdSink sink)
    {
        // The path is found from the end; its ends go to the back of a buffer that is no longer needed.
        var first = ends.Length;
        for (var end = text.Length; end > 0; end = nodes[end].Start)
        {
            ends[--first] = end;
        }

        var start = 0;
        var afterUnknown = false;
        foreach (var end in ends[first..])
        {
            var id = nodes[end].Id;
            if (id >= 0)
            {
                sink.Add(id);
            }
            else
            {
                unknown.Write(text[start..end], afterUnknown, ref sink);
            }

            afterUnknown = id < 0;
            start = end;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

        // One code more than there are characters: code 0 ends every walk.
        using var codes = new PooledBuffer<int>(text.Length + 1);
        using var nodes = new PooledBuffer<LatticeNode>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            codes.Items[i] = trie.Alphabet.CodeOf(text[i]);
        }

        codes.Items[text.Length] = 0;
        FindBest(codes.Items, nodes.Items);
        Emit(text, nodes.Items, codes.Items[..text.Length], ref sink);
    }

    // Without bounds checks: the trie is padded so that Base + code is inside it, a walk ends at code 0 at the latest,
    // and there is a node for every end that a walk can reach.
    private void FindBest(ReadOnlySpan<int> codes, Span<LatticeNode> nodes)
    {
        nodes.Fill(new LatticeNode { Score = double.NegativeInfinity, Id = -1 });
        nodes[0].Score = 0;
        ref var slots = ref MemoryMarshal.GetReference(trie.Nodes);
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var reached = ref MemoryMarshal.GetReference(nodes);
        var single = singlePrecision;
        var root = slots.Base;
        for (var start = 0; start < codes.Length - 1; start++)
        {
            var before = Unsafe.Add(ref reached, start).Score;
            var hasSingle = false;
            var (parent, children) = (0, root);
            for (var end = start; ; end++)
            {
                var slot = children + Unsafe.Add(ref code, end);
                ref readonly var node = ref Unsafe.Add(ref slots, slot);
                if (node.Parent != parent)
                {
                    // Code 0 is no one's child.
                    break;
                }

                (parent, children) = (slot, node.Base);
                if (node.Id < 0)
                {
                    continue;
                }

                hasSingle |= end == start;
                ref var target = ref Unsafe.Add(ref reached, end + 1);
                var score = before + node.Score;
                if (score > target.Score)
                {
                    target.Score = single ? (float)score : score;
                    target.Start = start;
                    target.Id = node.Id;
                }
            }

            if (!hasSingle)
            {
                ref var target = ref Unsafe.Add(ref reached, start + 1);
                var score = before + unknownScore;
                score = single ? (float)score : score;
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

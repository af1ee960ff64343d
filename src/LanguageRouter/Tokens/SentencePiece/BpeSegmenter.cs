namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Joins neighbouring parts, best score first, until no pair is a piece (SentencePiece's BPE).</summary>
/// <remarks>
/// Time is n log n by a heap. Pieces marked unused take part in joining and are taken apart again in the result.
/// </remarks>
internal sealed class BpeSegmenter(PieceTrie trie, PieceTrie? userDefined, HashSet<int> unused, UnknownCharacters unknown) : ISegmenter
{
    public void Segment(ReadOnlySpan<int> text, ref IdSink sink)
    {
        if (text.IsEmpty)
        {
            return;
        }

        using var buffer = new PooledBuffer<BpeSymbol>(text.Length);
        var symbols = buffer.Items[..Split(text, buffer.Items)];
        var parts = unused.Count == 0 ? null : new Dictionary<(int Start, int Length), int>();
        var pairs = new PooledList<BpePair>(text.Length + 16);
        for (var i = 1; i < symbols.Length; i++)
        {
            Propose(text, symbols, i - 1, i, ref pairs, parts);
        }

        while (pairs.Count > 0)
        {
            var best = Pop(ref pairs);
            ref var left = ref symbols[best.Left];
            ref var right = ref symbols[best.Right];
            if (left.Length == 0 || right.Length == 0 || left.Length + right.Length != best.Length)
            {
                continue;
            }

            left.Length = best.Length;
            left.Slot = best.Slot;
            left.Next = right.Next;
            right.Length = 0;
            if (left.Next >= 0)
            {
                symbols[left.Next].Previous = best.Left;
                Propose(text, symbols, best.Left, left.Next, ref pairs, parts);
            }

            if (left.Previous >= 0)
            {
                Propose(text, symbols, left.Previous, best.Left, ref pairs, parts);
            }
        }

        pairs.Dispose();
        Emit(text, symbols, parts, ref sink);
    }

    private int Split(ReadOnlySpan<int> text, Span<BpeSymbol> symbols)
    {
        var count = 0;
        for (var start = 0; start < text.Length;)
        {
            var fixedLength = userDefined?.LongestPrefix(text[start..]) ?? 0;
            var length = Math.Max(fixedLength, 1);
            symbols[count] = new BpeSymbol(start, length, Walk(0, text.Slice(start, length)), count - 1, count + 1, fixedLength > 0);
            count++;
            start += length;
        }

        symbols[count - 1].Next = -1;
        return count;
    }

    private int Walk(int slot, ReadOnlySpan<int> text)
    {
        for (var i = 0; i < text.Length && slot >= 0; i++)
        {
            slot = trie.Step(slot, trie.Alphabet.CodeOf(text[i]));
        }

        return slot;
    }

    private void Propose(ReadOnlySpan<int> text, Span<BpeSymbol> symbols, int left, int right, ref PooledList<BpePair> pairs, Dictionary<(int, int), int>? parts)
    {
        ref var first = ref symbols[left];
        ref var second = ref symbols[right];
        if (first.Slot < 0 || first.Frozen || second.Frozen)
        {
            return;
        }

        var slot = Walk(first.Slot, text.Slice(second.Start, second.Length));
        if (slot < 0 || trie.Nodes[slot].Id < 0)
        {
            return;
        }

        var length = first.Length + second.Length;
        Push(new BpePair(trie.Nodes[slot].Score, left, right, length, slot), ref pairs);
        if (parts is not null && unused.Contains(trie.Nodes[slot].Id))
        {
            parts[(first.Start, length)] = first.Length;
        }
    }

    private void Emit(ReadOnlySpan<int> text, ReadOnlySpan<BpeSymbol> symbols, Dictionary<(int, int), int>? parts, ref IdSink sink)
    {
        var afterUnknown = false;
        for (var i = 0; i >= 0; i = symbols[i].Next)
        {
            Emit(text, symbols[i].Start, symbols[i].Length, symbols[i].Slot, parts, ref afterUnknown, ref sink);
        }
    }

    private void Emit(ReadOnlySpan<int> text, int start, int length, int slot, Dictionary<(int, int), int>? parts, ref bool afterUnknown, ref IdSink sink)
    {
        var id = slot < 0 ? -1 : trie.Nodes[slot].Id;
        if (id >= 0 && parts is not null && unused.Contains(id) && parts.TryGetValue((start, length), out var cut))
        {
            Emit(text, start, cut, Walk(0, text.Slice(start, cut)), parts, ref afterUnknown, ref sink);
            Emit(text, start + cut, length - cut, Walk(0, text.Slice(start + cut, length - cut)), parts, ref afterUnknown, ref sink);
            return;
        }

        if (id >= 0)
        {
            sink.Add(id);
        }
        else
        {
            unknown.Write(text.Slice(start, length), afterUnknown, ref sink);
        }

        afterUnknown = id < 0;
    }

    private static void Push(BpePair pair, ref PooledList<BpePair> pairs)
    {
        pairs.Add(pair);
        var heap = pairs.Items;
        var child = heap.Length - 1;
        while (child > 0 && pair.IsBefore(heap[(child - 1) / 2]))
        {
            heap[child] = heap[(child - 1) / 2];
            child = (child - 1) / 2;
        }

        heap[child] = pair;
    }

    private static BpePair Pop(ref PooledList<BpePair> pairs)
    {
        var heap = pairs.Items;
        var (best, last) = (heap[0], heap[^1]);
        pairs.Truncate(heap.Length - 1);
        heap = pairs.Items;
        var parent = 0;
        for (var child = 1; child < heap.Length; child = (2 * parent) + 1)
        {
            child += child + 1 < heap.Length && heap[child + 1].IsBefore(heap[child]) ? 1 : 0;
            if (!heap[child].IsBefore(last))
            {
                break;
            }

            heap[parent] = heap[child];
            parent = child;
        }

        if (heap.Length > 0)
        {
            heap[parent] = last;
        }

        return best;
    }
}

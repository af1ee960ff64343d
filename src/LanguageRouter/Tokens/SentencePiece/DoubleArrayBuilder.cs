namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Lays a set of keys out as a double array.</summary>
/// <remarks>Slots are filled in breadth-first order, so that the first steps of every walk lie close together.</remarks>
internal sealed class DoubleArrayBuilder(int codes)
{
    // A place is searched among this many free slots before the array is simply lengthened: bounds the build time
    // at the price of a few free slots.
    private const int MaximumTries = 2_000;
    private readonly List<TrieNode> _nodes = [];
    private int _firstFree = 1;

    public TrieNode[] Build(TrieKey[] keys)
    {
        Array.Sort(keys, (left, right) => left.Codes.AsSpan().SequenceCompareTo(right.Codes));
        _nodes.Add(TrieNode.Free with { Parent = -2 });
        var ranges = new Queue<(int Slot, int From, int To, int Depth)>();
        ranges.Enqueue((0, 0, keys.Length, 0));
        var children = new List<(int Code, int From, int To)>();
        while (ranges.TryDequeue(out var range))
        {
            var (slot, from, to, depth) = range;
            if (from < to && keys[from].Codes.Length == depth)
            {
                _nodes[slot] = _nodes[slot] with { Id = keys[from].Id, Score = keys[from].Score };
                from++;
            }

            Group(keys, from, to, depth, children);
            if (children.Count == 0)
            {
                continue;
            }

            var place = Place(children);
            _nodes[slot] = _nodes[slot] with { Base = place };
            foreach (var child in children)
            {
                _nodes[place + child.Code] = TrieNode.Free with { Parent = slot };
                ranges.Enqueue((place + child.Code, child.From, child.To, depth + 1));
            }
        }

        // Base + code stays inside the array for every base and code.
        Reserve(_nodes.Count + codes);
        return [.. _nodes];
    }

    private static void Group(TrieKey[] keys, int from, int to, int depth, List<(int Code, int From, int To)> children)
    {
        children.Clear();
        for (var start = from; start < to;)
        {
            var code = keys[start].Codes[depth];
            var end = start + 1;
            while (end < to && keys[end].Codes[depth] == code)
            {
                end++;
            }

            children.Add((code, start, end));
            start = end;
        }
    }

    private int Place(List<(int Code, int From, int To)> children)
    {
        var (lowest, highest) = (children[0].Code, children[^1].Code);
        while (_firstFree < _nodes.Count && _nodes[_firstFree].Parent != -1)
        {
            _firstFree++;
        }

        var tries = 0;
        for (var slot = Math.Max(_firstFree, lowest); ; slot++)
        {
            if (slot < _nodes.Count && _nodes[slot].Parent != -1)
            {
                continue;
            }

            var place = tries++ < MaximumTries ? slot - lowest : Math.Max(_nodes.Count - lowest, 0);
            if (Fits(place, children))
            {
                Reserve(place + highest + 1);
                return place;
            }
        }
    }

    private bool Fits(int place, List<(int Code, int From, int To)> children)
    {
        foreach (var child in children)
        {
            var slot = place + child.Code;
            if (slot == 0 || (slot < _nodes.Count && _nodes[slot].Parent != -1))
            {
                return false;
            }
        }

        return true;
    }

    private void Reserve(int count)
    {
        while (_nodes.Count < count)
        {
            _nodes.Add(TrieNode.Free);
        }
    }
}

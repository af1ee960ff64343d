namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>Remembers where the closing halves of the pairs found so far will be: emphasis, quotation marks, links, tags.</summary>
internal sealed class OpenPairs
{
    private readonly List<(int Open, int Close, int CloseLength)> _pairs = [];

    public void Clear() => _pairs.Clear();

    public void Add(int open, int close, int closeLength) => _pairs.Add((open, close, closeLength));

    /// <summary>Gets the length of the closing half that begins at an index, and where its opening half is; 0 where none does.</summary>
    public int ClosingAt(int index, out int open)
    {
        foreach (var pair in _pairs)
        {
            if (pair.Close == index)
            {
                open = pair.Open;
                return pair.CloseLength;
            }
        }

        open = -1;
        return 0;
    }
}

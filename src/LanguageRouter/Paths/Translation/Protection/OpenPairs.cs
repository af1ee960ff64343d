namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>Remembers where the closing halves of the pairs found so far will be: emphasis, quotation marks, links, tags.</summary>
internal struct OpenPairs
{
    private List<(int Open, int Close, int CloseLength)>? _pairs;

    public void Add(int open, int close, int closeLength) => (_pairs ??= []).Add((open, close, closeLength));

    /// <summary>Gets the length of the closing half that begins at an index, and where its opening half is; 0 where none does.</summary>
    public readonly int ClosingAt(int index, out int open)
    {
        open = -1;
        if (_pairs is not null)
        {
            foreach (var pair in _pairs)
            {
                if (pair.Close == index)
                {
                    open = pair.Open;
                    return pair.CloseLength;
                }
            }
        }

        return 0;
    }
}

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Takes the ids of a text, or only their number.</summary>
internal struct IdSink(List<int>? ids)
{
    public int Count { get; private set; }

    public void Add(int id)
    {
        Count++;
        ids?.Add(id);
    }
}

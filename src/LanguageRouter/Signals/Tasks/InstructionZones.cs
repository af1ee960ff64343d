namespace LanguageRouter.Signals.Tasks;

/// <summary>Tells the instruction of a turn from its material: the first and the last line against what stands between them, and what stands in quotes.</summary>
internal ref struct InstructionZones
{
    // Judgement: a short turn is an instruction as a whole; in a longer one its first and last sentences are.
    private const int ShortText = 240;
    private const int Reach = 200;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _headEnd;
    private readonly int _tailStart;
    private QuoteScan _quotes;

    public InstructionZones(ReadOnlySpan<char> text)
    {
        _text = text;
        _quotes = new QuoteScan(text);
        if (text.Length <= ShortText)
        {
            _headEnd = text.Length;
            _tailStart = 0;
            return;
        }

        var firstBreak = text[..Reach].IndexOf('\n');
        _headEnd = firstBreak < 0 ? SentenceEnd(text) : firstBreak;
        var tail = text.Length - Reach;
        var lastBreak = text[tail..].LastIndexOf('\n');
        _tailStart = lastBreak < 0 ? SentenceStart(text) : tail + lastBreak;
    }

    /// <summary>Whether the turn is long enough to hold material beside its instruction.</summary>
    public readonly bool HasMaterial => _tailStart > _headEnd;

    /// <summary>Where the last line or sentence of the instruction starts.</summary>
    public readonly int TailStart => _tailStart;

    /// <summary>Lowers the strength of a phrase that stands in material.</summary>
    /// <param name="strength">Its strength in an instruction.</param>
    /// <param name="start">Where it starts; calls come in rising order.</param>
    /// <param name="cue">What it is evidence for.</param>
    public int Discount(int strength, int start, Cue cue)
    {
        if (cue <= Cue.SmallTalk)
        {
            if (_quotes.Contains(start))
            {
                return strength / 8;
            }

            return start < _headEnd || start >= _tailStart ? strength : cue is Cue.Code ? strength : strength / 2;
        }

        if (cue <= Cue.Passage)
        {
            return start < _headEnd || start >= _tailStart ? strength : strength / 8;
        }

        return start < _headEnd || start >= _tailStart ? strength : strength / 4;
    }

    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        var end = text[..Reach].IndexOfAny("。?!");
        return end < 0 ? Reach : end + 1;
    }

    private static int SentenceStart(ReadOnlySpan<char> text)
    {
        var start = text.Length - Reach;
        var stop = text[start..^1].LastIndexOfAny("。?!");
        return stop < 0 ? start : start + stop + 1;
    }
}

namespace LanguageRouter.Signals.Tasks;

/// <summary>Tells the instruction of a turn from its material: the first and the last line against what stands between them, and what stands in quotes.</summary>
internal readonly struct InstructionZones
{
    // Judgement: a short turn is an instruction as a whole; in a longer one its first and last sentences are.
    private const int ShortText = 240;
    private const int Reach = 200;

    private readonly int _headEnd;
    private readonly int _tailStart;
    private readonly int _announced;
    private readonly bool _choices;

    public InstructionZones(ReadOnlySpan<char> text, ChoiceList choices)
    {
        _announced = choices.IsPresent ? choices.Start : AnnouncedMaterial(text);
        _choices = choices.IsPresent;
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
    public bool HasMaterial => _tailStart > _headEnd;

    /// <summary>Whether the topic is told by the instruction alone: there is material, and it is no list of answers.</summary>
    public bool OnlyInstructionTells => HasMaterial && !_choices;

    /// <summary>Where the first line or sentence of the instruction ends.</summary>
    public int HeadEnd => _headEnd;

    /// <summary>Where the last line or sentence of the instruction starts.</summary>
    public int TailStart => _tailStart;

    /// <summary>Says whether a request at a position belongs to the instruction.</summary>
    /// <param name="position">The position.</param>
    public bool IsRequest(int position) => position < _announced && IsInstruction(position);

    private bool IsInstruction(int position) => position < _headEnd || position >= _tailStart;

    /// <summary>Lowers the strength of a phrase that stands in material.</summary>
    /// <param name="strength">Its strength in an instruction.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="cue">What it is evidence for.</param>
    /// <param name="quoted">Whether it stands in quotes.</param>
    public int Discount(int strength, int start, Cue cue, bool quoted)
    {
        if (cue <= Cue.SmallTalk)
        {
            return quoted ? strength / 8 : cue is Cue.Code || IsRequest(start) ? strength : strength / 2;
        }

        return _choices || cue is Cue.NumberWord or Cue.Quantity || IsInstruction(start) ? strength : cue <= Cue.Which ? strength / 8 : strength / 4;
    }

    // "次の会話を要約してください。\nA: ...": what follows the line that announces it is material.
    private static int AnnouncedMaterial(ReadOnlySpan<char> text)
    {
        var first = text[..Math.Min(text.Length, Reach)].IndexOf('\n');
        if (first < 0)
        {
            return int.MaxValue;
        }

        var line = text[..first];
        return line.Contains("以下", StringComparison.Ordinal) || line.Contains("次の", StringComparison.Ordinal) || line.Contains("下記", StringComparison.Ordinal)
            || line.Contains("following", StringComparison.Ordinal) || line.Contains("below", StringComparison.Ordinal) ? first : int.MaxValue;
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

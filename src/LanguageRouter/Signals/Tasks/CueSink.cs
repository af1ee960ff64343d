namespace LanguageRouter.Signals.Tasks;

/// <summary>Adds up the evidence of the phrases found in a turn.</summary>
/// <remarks>
/// A phrase in quotes is material (「翻訳してください」を敬語に), and so is one in the middle of a long text: it counts less, or not at all.
/// </remarks>
internal ref struct CueSink : IPhraseSink
{
    private readonly ReadOnlySpan<char> _text;
    private InstructionZones _zones;
    private readonly TaskPhrase[] _phrases;

    public CueSink(ReadOnlySpan<char> text, InstructionZones zones, TaskPhrase[] phrases)
    {
        _text = text;
        _zones = zones;
        _phrases = phrases;
    }

    /// <summary>The sum of the evidence per cue.</summary>
    public CueScores Sums;

    /// <summary>The strongest single phrase per cue.</summary>
    public CueScores Strongest;

    /// <summary>The index of that phrase, plus one.</summary>
    public CueScores Evidence;

    /// <inheritdoc/>
    public void Found(int start, int length, int phrase)
    {
        var entry = _phrases[phrase];
        var strength = Strength(entry, start, start + length);
        if (strength <= 0)
        {
            return;
        }

        strength = _zones.Discount(strength, start, entry.Cue);
        if (strength <= 0)
        {
            return;
        }

        var cue = (int)entry.Cue;
        Sums[cue] += strength;
        if (strength > Strongest[cue])
        {
            Strongest[cue] = strength;
            Evidence[cue] = phrase + 1;
        }
    }

    private readonly int Strength(TaskPhrase phrase, int start, int end)
    {
        return phrase.Use switch
        {
            PhraseUse.Anywhere => phrase.Weight,
            PhraseUse.Asked => JapaneseRequest.FollowsNoun(_text[end..]) ? phrase.Weight : phrase.Weak,
            PhraseUse.Told => JapaneseRequest.FollowsTeForm(_text[end..]) ? phrase.Weight : phrase.Weak,
            PhraseUse.Command => EnglishRequest.LeadsTo(_text, start) ? phrase.Weight : phrase.Weak,
            PhraseUse.LineStart => StartsLine(start) ? phrase.Weight : phrase.Weak,
            PhraseUse.LineEnd => EndsLine(end) ? phrase.Weight : phrase.Weak,
            _ => StartsLine(start) && EndsLine(end) ? phrase.Weight : phrase.Weak,
        };
    }

    private readonly bool StartsLine(int start) => start == 0 || _text[start - 1] is '\n' or '。' or '!' or '?' or '、' or ',';

    private readonly bool EndsLine(int end) => end == _text.Length || _text[end] is '\n' or '。' or '?' or '!' or '.' or '、' or ',' or '…' or '〜' or '~';
}

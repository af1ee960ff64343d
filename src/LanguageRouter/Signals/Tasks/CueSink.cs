using LanguageRouter.Signals.Tasks.Vocabulary;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Adds up the evidence of the phrases found in a turn.</summary>
/// <remarks>
/// A phrase in quotes is material (「翻訳してください」を敬語に), and so is one in the middle of a long text: it counts less, or not at all.
/// The parts of requests about wording are joined sentence by sentence.
/// </remarks>
internal ref struct CueSink
{
    private const int ShortSentence = 14;
    private const string SentenceEnds = "。?!\n:";

    private const Part Actions = Part.Change | Part.Check | Part.Make | Part.Wish;
    private const Part Wordings = Part.Into | Part.InLanguage | Part.Foreign | Part.Translation | Part.Fault | Part.Polite | Part.Style | Part.Letter | Part.Game | Part.Letters;
    private const Part Triggers = Actions | Part.Say | Part.Meaning | Part.Question | Part.Short;
    private const Part Objects = Part.Into | Part.Foreign | Part.Translation | Part.Fault | Part.Polite | Part.Style | Part.Letter | Part.Game | Part.Letters | Part.About | Part.Program;

    private readonly Instruction _instruction;
    private readonly ReadOnlySpan<char> _text;
    private ReadOnlySpan<PhraseFacts> _phrases;
    private InstructionZones _zones;
    private QuoteScan _quotes;
    private Part _parts;
    private Part _before;
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _covered;
    private int _coveredFrom;
    private bool _hidden;
    private bool _hasQuote;
    private int _start;
    private int _longest;
    private Cue _longestCue;

    public CueSink(Instruction instruction, InstructionZones zones)
    {
        _instruction = instruction;
        _text = instruction.Text;
        _zones = zones;
        _quotes = new QuoteScan(_text);
        _hasQuote = _text.ContainsAny("「『“\"");
        _sentenceEnd = -1;
        Rules = new RuleScores();
    }

    /// <summary>The sum of the evidence per cue.</summary>
    public CueScores Sums;

    /// <summary>The strongest single phrase per cue.</summary>
    public CueScores Strongest;

    /// <summary>The index of that phrase, plus one.</summary>
    public CueScores Evidence;

    /// <summary>The index of the strongest rule about wording, plus one, and its strength.</summary>
    public RuleScores Rules;

    /// <summary>Reads the text for what it asks for.</summary>
    public void ReadRequests()
    {
        _phrases = TaskVocabulary.Requests.Facts;
        foreach (var match in _instruction.Phrases)
        {
            if (match.Set is PhraseSet.Requests)
            {
                Found(match.Start, match.Length, match.Phrase);
            }
        }

        CloseSentence();
    }

    /// <summary>Reads the text for what it is about.</summary>
    public void ReadTopics()
    {
        _phrases = TaskVocabulary.Topics.Facts;
        (_start, _longest) = (-1, 0);
        _quotes = new QuoteScan(_text);
        foreach (var match in _instruction.Phrases)
        {
            // The topic of material says little about the question.
            if (match.Set is PhraseSet.Topics && (!_zones.OnlyInstructionTells || match.End <= _zones.HeadEnd || match.Start >= _zones.TailStart))
            {
                Found(match.Start, match.Length, match.Phrase);
            }
        }
    }

    /// <summary>The code of the strongest phrase of a cue.</summary>
    /// <param name="cue">A cue with evidence.</param>
    public readonly string EvidenceOf(Cue cue)
    {
        var vocabulary = cue is Cue.Mathematics or Cue.Science or Cue.World or Cue.Japan ? TaskVocabulary.Topics : TaskVocabulary.Requests;
        return vocabulary.Evidence(Evidence[(int)cue] - 1);
    }

    private void Found(int start, int length, int phrase)
    {
        ref readonly var entry = ref _phrases[phrase];
        if (start != _start)
        {
            _start = start;
            _longest = 0;
        }

        if (entry.Cue is Cue.Part)
        {
            FoundPart(in entry, start, start + length);
            return;
        }

        // Of the phrases that start here the longest one that counts hides the shorter ones of its cue.
        var strength = length < _longest && entry.Cue == _longestCue ? 0 : Strength(in entry, start, start + length);
        if (strength <= 0)
        {
            return;
        }

        (_longest, _longestCue) = (length, entry.Cue);
        strength = _zones.Discount(strength, start, entry.Cue, _quotes.Contains(start));
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

    private void FoundPart(in PhraseFacts entry, int start, int end)
    {
        if (_quotes.Contains(start) && entry.Part is not Part.Letters)
        {
            return;
        }

        while (start >= _sentenceEnd)
        {
            CloseSentence();
            OpenSentence(start);
        }

        // A longer phrase hides the shorter ones within it: 敬語に hides 語に.
        if (end <= _covered && (start > _coveredFrom || _hidden))
        {
            return;
        }

        if (Strength(in entry, start, end) > 0)
        {
            if (end > _covered)
            {
                (_coveredFrom, _covered, _hidden) = (start, end, entry.Part is Part.None);
            }

            _parts |= entry.Part;
        }
    }

    private void OpenSentence(int at)
    {
        var previous = Math.Max(0, _sentenceEnd);
        var gap = _text[previous..at].LastIndexOfAny(SentenceEnds);
        _sentenceStart = previous + gap + 1;
        if (gap >= 0)
        {
            _before = Part.None;
        }

        var end = _text[at..].IndexOfAny(SentenceEnds);
        _sentenceEnd = end < 0 ? _text.Length + 1 : at + end + 1;
    }

    private void CloseSentence()
    {
        if (_parts == Part.None)
        {
            _before = Part.None;
            return;
        }

        // Without a word about wording no rule holds.
        if (!_hasQuote && ((_parts | _before) & Wordings) == 0)
        {
            _before = _parts;
            _parts = Part.None;
            return;
        }

        var end = Math.Min(_sentenceEnd, _text.Length);
        if (end > 0 && (_text[end - 1] is '?' || _text[..end].TrimEnd("。\n").EndsWith("か")))
        {
            _parts |= Part.Question;
        }

        if (JapaneseRequest.EndsSentence(_text[_sentenceStart..end]))
        {
            _parts |= Part.Wish;
        }

        if (end - _sentenceStart <= ShortSentence)
        {
            _parts |= Part.Short;
        }

        if (_hasQuote)
        {
            _parts |= QuoteScan.QuotesIdiom(_text[_sentenceStart..end]) ? Part.Quote | Part.QuotedIdiom : Part.Quote;
        }

        if ((_parts & Triggers) == 0)
        {
            _before = _parts;
            _parts = Part.None;
            return;
        }

        var discounted = !_zones.IsRequest(_sentenceStart);
        if (!Apply(_parts, discounted) && (_parts & Actions) != 0)
        {
            // "この依頼文、失礼じゃないですか？直してください。": the object stands in the sentence before.
            Apply((_parts & ~Part.Say) | (_before & Objects), discounted);
        }

        _before = _parts;
        _parts = Part.None;
    }

    private bool Apply(Part parts, bool discounted)
    {
        var any = false;
        for (var i = 0; i < WordingRules.All.Length; i++)
        {
            ref readonly var rule = ref WordingRules.All[i];
            if (rule.Holds(parts))
            {
                any = true;
                Rules.Offer(i, discounted ? rule.Weight / 2 : rule.Weight);
            }
        }

        return any;
    }

    private readonly int Strength(in PhraseFacts phrase, int start, int end)
    {
        return phrase.Use switch
        {
            PhraseUse.Anywhere => phrase.Weight,
            PhraseUse.Asked => JapaneseRequest.FollowsNoun(_text[end..]) ? phrase.Weight : phrase.Weak,
            PhraseUse.Told => JapaneseRequest.FollowsTeForm(_text[end..]) ? phrase.Weight : phrase.Weak,
            PhraseUse.Stem => JapaneseRequest.FollowsStem(_text[end..]) ? phrase.Weight : phrase.Weak,
            PhraseUse.Command => EnglishRequest.LeadsTo(_text, start) ? phrase.Weight : phrase.Weak,
            PhraseUse.LineStart => StartsLine(start) ? phrase.Weight : phrase.Weak,
            PhraseUse.LineEnd => EndsLine(end) ? phrase.Weight : phrase.Weak,
            _ => StartsLine(start) && EndsLine(end) ? phrase.Weight : phrase.Weak,
        };
    }

    private readonly bool StartsLine(int start) => start == 0 || _text[start - 1] is '\n' or '。' or '!' or '?' or '、' or ',';

    private readonly bool EndsLine(int end) => end == _text.Length || _text[end] is '\n' or '。' or '?' or '!' or '.' or '、' or ',' or '…' or '〜' or '~';
}

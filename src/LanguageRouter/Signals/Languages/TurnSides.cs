namespace LanguageRouter.Signals.Languages;

/// <summary>What the English and the Japanese of a turn look like, read from its units.</summary>
internal struct TurnSides
{
    private const int Japanese = 0;
    private const int English = 1;
    private const int Neither = -1;

    // Letters. Judgements, kept while the weights were fitted.
    private const int Long = 150;
    private const int Sentence = 12;
    private const int Brief = 16;
    private const int BriefJapanese = 10;
    private const int LongFragment = 30;
    private const int PhraseLetters = 60;
    private const int SentenceWords = 6;
    private const int FieldLetters = 10;
    private const int MarkLetters = 24;

    /// <summary>From this strength on a cue has a word that points at a task.</summary>
    private const double Points = 1.5;

    /// <summary>Log odds for a phrase.</summary>
    private const float Phrase = 1.5f;

    private int _english;
    private int _japanese;
    private int _quotedEnglish;
    private int _quotedJapanese;
    private int _first;
    private int _last;
    private double _englishCue;
    private double _japaneseCue;
    private int _words;
    private int _smallWords;
    private int _deictic;
    private int _capitals;
    private int _titles;
    private int _englishUnits;
    private int _statements;
    private int _sentences;
    private bool _startsLower;
    private bool _asksInEnglish;
    private bool _englishOpens;
    private bool _japaneseOpens;
    private bool _request;
    private bool _question;
    private bool _ownLine;
    private bool _orders;
    private bool _startsShort;
    private bool _startsSentence;
    private int _textWords;
    private int _innerOrders;
    private bool _leads;
    private bool _lastIsSmall;
    private bool _englishBack;
    private bool _clause;
    private int _closedWords;
    private bool _isSpaced;
    private bool _leadsOn;
    private bool _joined;
    private bool _framePrefix;
    private bool _frameSuffix;
    private bool _pointer;
    private bool _speech;
    private bool _statementPoints;
    private bool _points;
    private bool _edgeBrief;
    private int _englishStatements;
    private int _nearEnglish;
    private JapaneseEnding _edge;
    private bool _hasEdge;

    /// <summary>Gets whether it is a phrase of both languages, with nothing but spaces between: "how to pronounce 今日", "sort by 例文".</summary>
    public readonly bool IsPhrase => _joined && !_ownLine && _japanese < Sentence && _english < PhraseLetters;

    /// <summary>Gets the log odds of English for a phrase: by its small words, and by which language holds the clause together. Judgement.</summary>
    public readonly float PhraseOdds
    {
        get
        {
            var says = _closedWords > 0 || _asksInEnglish || _englishCue >= 3 || (_words == 1 && _englishCue > 0);
            return _first == _last ? (_first == English && says ? Phrase : -Phrase)
                : says && !_isSpaced && (_first == English ? !_framePrefix && (!_clause || _closedWords > 0) : !_leadsOn && !_startsSentence) ? Phrase : -Phrase;
        }
    }

    /// <summary>Gets whether there is English outside quotations, beside names, titles and greetings.</summary>
    public readonly bool HasEnglish => _english > _quotedEnglish;

    /// <summary>Reads the units of a turn.</summary>
    /// <param name="text">Folded text whose non-prose is blanked.</param>
    /// <param name="units">Its units, decided.</param>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
    {
        (_first, _last) = (Neither, Neither);
        var previous = -1;
        var inHeader = false;
        for (var i = 0; i < units.Length; i++)
        {
            ref readonly var unit = ref units[i];
            var side = SideOf(unit.Language);
            var ofHeader = inHeader && side != Japanese;
            inHeader = (ofHeader && unit.Terminator is not ('\n' or '\r')) || (side == English && unit.Terminator == ':' && IsMailHeader(text[unit.Start..unit.End]));
            if (side == Neither)
            {
                continue;
            }

            var span = text[unit.Start..unit.End];
            var nearEnd = i < InstructionSide.EndUnits || i >= units.Length - InstructionSide.EndUnits;
            if (ofHeader || (side == English && IsField(text, units, i)))
            {
                continue;
            }

            if (side == Japanese ? !ReadJapanese(span, in unit, nearEnd) : !ReadEnglish(span, in unit, nearEnd))
            {
                continue;
            }

            if (previous >= 0 && side != _last)
            {
                ReadJoint(text, in units[previous], in unit, side);
            }

            _first = _first == Neither ? side : _first;
            _last = side;
            previous = i;
        }

        ReadEdge(text, units);
    }

    // "Title:" before more Latin letters on its line, as in heads of documents; before Japanese it may be what is wanted of it.
    private static bool IsField(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, int index)
    {
        ref readonly var unit = ref units[index];
        return unit.Terminator == ':' && unit.Latin <= FieldLetters && index + 1 < units.Length && units[index + 1].Latin > 0 && units[index + 1].Kana + units[index + 1].Han == 0
            && !text[unit.Start..unit.End].Trim().Contains(' ');
    }

    // "Re: Meeting tomorrow": the rest of the line belongs to it.
    private static bool IsMailHeader(ReadOnlySpan<char> span) => span.Trim() is "Re:" or "RE:" or "Fw:" or "FW:" or "Fwd:" or "FWD:" or "Cc:" or "From:" or "To:" or "Date:" or "Subject:";

    private static int SideOf(byte language) => language switch
    {
        LanguageTable.Japanese or LanguageTable.UndeterminedHan => Japanese,
        LanguageTable.English => English,
        _ => Neither,
    };

    // Where one side ends and the other begins.
    private void ReadJoint(ReadOnlySpan<char> text, in TextUnit before, in TextUnit after, int side)
    {
        var gap = SideMarks.Between(text, in before, in after);
        var opens = gap.ContainsAny(SideMarks.Opening);
        var back = gap.ContainsAny(SideMarks.Back);
        _ownLine |= gap.Contains('\n');
        _joined |= gap.Length > 0 && !gap.ContainsAnyExcept(' ');
        if (side == Japanese)
        {
            var japanese = text[after.Start..after.End];
            _englishOpens |= opens;
            _framePrefix |= back || SideMarks.TakesUp(japanese);
            _clause |= japanese.TrimStart().StartsWith('し');
            _leads |= _lastIsSmall && gap.Length > 0 && !gap.ContainsAnyExcept(SideMarks.Quoting);
        }
        else
        {
            _japaneseOpens |= opens;
            _englishBack |= back;
            _frameSuffix |= !_ownLine && SideMarks.LeadsOn(text[before.Start..before.End]);
        }
    }

    private bool ReadEnglish(ReadOnlySpan<char> span, in TextUnit unit, bool nearEnd)
    {
        if (!unit.Quoted && (nearEnd ? !ReadWords(span) : unit.Latin <= MarkLetters && LatinEdge.Read(span).IsMark))
        {
            return false;
        }

        _english += unit.Latin;
        _quotedEnglish += unit.Quoted ? unit.Latin : 0;
        _englishUnits++;
        return !unit.Quoted;
    }

    // Says whether there is more than a name, a title or a greeting.
    private bool ReadWords(ReadOnlySpan<char> span)
    {
        var edge = LatinEdge.Read(span);
        var cue = InstructionCues.Strength(span, LanguageTable.English);
        cue = edge.Names ? Math.Max(cue, InstructionCues.Question) : cue;
        if (edge.IsSureMark || (edge.IsMark && cue == 0))
        {
            _titles += edge.Words;
            return false;
        }

        _nearEnglish++;
        _englishCue = Math.Max(_englishCue, cue);
        _startsLower |= edge.StartsLower;
        _orders |= edge.Orders;
        _startsShort |= edge.StartsShort && edge.Words > 1;
        _asksInEnglish |= edge.Asks;
        _lastIsSmall = edge.LastIsSmall;
        _englishStatements += !edge.Asks && !edge.StartsLower && cue == 0 && edge.Words >= SentenceWords && !edge.Orders ? 1 : 0;
        _words += edge.Words;
        _startsSentence |= edge.StartsSentence;
        _textWords += edge.TextWords;
        _innerOrders += edge.InnerOrders;
        _smallWords += edge.SmallWords;
        _closedWords += edge.ClosedWords;
        _deictic += edge.DeicticWords;
        _capitals += edge.CapitalWords;
        _titles += edge.IsTitle ? edge.Words : 0;
        return true;
    }

    private bool ReadJapanese(ReadOnlySpan<char> span, in TextUnit unit, bool nearEnd)
    {
        var letters = unit.Kana + unit.Han;
        _japanese += letters;
        _quotedJapanese += unit.Quoted ? letters : 0;
        if (nearEnd && !unit.Quoted)
        {
            ReadSentence(span, letters);
        }

        return !unit.Quoted;
    }

    private void ReadSentence(ReadOnlySpan<char> span, int letters)
    {
        var ending = JapaneseEndings.Of(span);
        var cue = InstructionCues.Strength(span, LanguageTable.Japanese);

        // Words that point at a task stand in statements too, as material.
        var states = (ending == JapaneseEnding.Statement && letters >= Sentence) || (ending == JapaneseEnding.Fragment && letters >= LongFragment);
        _sentences++;
        _statements += ending == JapaneseEnding.Statement && letters >= Sentence ? 1 : 0;
        _request |= ending == JapaneseEnding.Request;
        _question |= ending == JapaneseEnding.Question;
        _points |= cue >= Points && !states;
        _statementPoints |= cue >= Points && states;
        _japaneseCue = Math.Max(_japaneseCue, states ? 0 : cue);
        _pointer |= !states && SideMarks.Points(span);
        _speech |= SideMarks.Speaks(span);
        _clause |= span.ContainsAny('は', 'が', 'を');
        _isSpaced |= SideMarks.IsSpaced(span);
        _leadsOn |= SideMarks.LeadsOn(span);
    }

    // How the Japanese at an outer edge ends: a last unit, or a first one.
    private void ReadEdge(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
    {
        _hasEdge = false;
        _edge = JapaneseEnding.Statement;
        ref readonly var first = ref units[0];
        ref readonly var last = ref units[^1];
        if (first.Language == LanguageTable.Japanese && !first.Quoted)
        {
            (_edge, _hasEdge) = (JapaneseEndings.Of(text[first.Start..first.End]), true);
        }

        _edgeBrief = (first.Language == LanguageTable.Japanese && first.Kana + first.Han < Brief) || (last.Language == LanguageTable.Japanese && last.Kana + last.Han < Brief);
        if (last.Language == LanguageTable.Japanese && !last.Quoted)
        {
            var ending = JapaneseEndings.Of(text[last.Start..last.End]);
            _edge = _hasEdge && _edge > ending ? _edge : ending;
            _hasEdge = true;
        }
    }

    /// <summary>Writes the features.</summary>
    /// <param name="features">Room for <see cref="InstructionSide.Features"/> values.</param>
    public readonly void Write(Span<float> features)
    {
        features.Clear();
        var ratio = Math.Clamp(MathF.Log((_english + 8f) / ((2.5f * _japanese) + 8f)), -4, 4);
        var asksInEnglish = _englishCue >= InstructionCues.Question || _asksInEnglish;
        var asksInJapanese = _request || _question || _japaneseCue >= 3;
        Set(features, SideFeature.One, true);
        Set(features, SideFeature.EnglishOutside, _first == English && _last == English);
        Set(features, SideFeature.JapaneseOutside, _first == Japanese && _last == Japanese);
        Set(features, SideFeature.EnglishFirst, _first == English && _last == Japanese);
        features[(int)SideFeature.Ratio] = ratio;
        Set(features, SideFeature.BriefEnglish, _words <= 3);
        Set(features, SideFeature.BriefJapanese, _japanese < BriefJapanese);
        Set(features, SideFeature.EnglishAsks, asksInEnglish);
        Set(features, SideFeature.EnglishPoints, _englishCue is > 0 and not InstructionCues.Question);
        Set(features, SideFeature.EnglishBothAsks, _englishCue >= 3);
        Set(features, SideFeature.LowerStart, _startsLower);
        features[(int)SideFeature.Deictic] = Math.Min(3, _deictic) / 3f;
        Set(features, SideFeature.EnglishQuestion, _asksInEnglish);
        Set(features, SideFeature.EnglishOpens, _englishOpens);
        features[(int)SideFeature.Title] = _words == 0 ? 0 : Math.Min(1, (float)_titles / _words);
        Set(features, SideFeature.OneWord, _words == 1);
        features[(int)SideFeature.SmallWords] = _words == 0 ? 0 : (float)_smallWords / _words;
        Set(features, SideFeature.EdgeRequest, _hasEdge && _edge == JapaneseEnding.Request);
        Set(features, SideFeature.EdgeQuestion, _hasEdge && _edge == JapaneseEnding.Question);
        Set(features, SideFeature.EdgeFragment, _hasEdge && _edge == JapaneseEnding.Fragment);
        Set(features, SideFeature.Request, _request);
        Set(features, SideFeature.Question, _question);
        Set(features, SideFeature.JapanesePoints, _points);
        features[(int)SideFeature.Statements] = _sentences == 0 ? 0 : (float)_statements / _sentences;
        Set(features, SideFeature.LongRequest, (_request || _question) && _japanese > Long);
        Set(features, SideFeature.JapaneseOpens, _japaneseOpens);
        features[(int)SideFeature.JapaneseQuoted] = _japanese == 0 ? 0 : (float)_quotedJapanese / _japanese;
        features[(int)SideFeature.EnglishQuoted] = _english == 0 ? 0 : (float)_quotedEnglish / _english;
        Set(features, SideFeature.NoneAsks, !asksInEnglish && !asksInJapanese);
        features[(int)SideFeature.NoneAsksRatio] = !asksInEnglish && !asksInJapanese ? ratio : 0;
        features[(int)SideFeature.BothAskRatio] = asksInEnglish && asksInJapanese ? ratio : 0;
        features[(int)SideFeature.Capitals] = _words == 0 ? 0 : (float)_capitals / _words;
        Set(features, SideFeature.OwnLine, _ownLine);
        features[(int)SideFeature.EnglishSentences] = Math.Min(4, _englishUnits) / 4f;
        Set(features, SideFeature.Orders, _orders);
        Set(features, SideFeature.Joined, _joined);
        Set(features, SideFeature.JoinedBrief, _joined && _japanese < Sentence);
        Set(features, SideFeature.FramePrefix, _framePrefix);
        Set(features, SideFeature.FrameSuffix, _frameSuffix);
        Set(features, SideFeature.JapaneseDeictic, _pointer);
        Set(features, SideFeature.JapaneseSpoken, _speech);
        Set(features, SideFeature.StatementPoints, _statementPoints);
        Set(features, SideFeature.EdgeBrief, _hasEdge && _edgeBrief);
        Set(features, SideFeature.Leads, _leads);
        Set(features, SideFeature.EnglishBack, _englishBack);
        Set(features, SideFeature.StartsShort, _startsShort);
        features[(int)SideFeature.TextWords] = Math.Min(3, _textWords) / 3f;
        Set(features, SideFeature.InnerOrders, _innerOrders > 0);
        features[(int)SideFeature.EnglishStatement] = _nearEnglish == 0 ? 0 : (float)_englishStatements / _nearEnglish;
    }

    private static void Set(Span<float> features, SideFeature feature, bool value) => features[(int)feature] = value ? 1 : 0;
}

using System.Buffers;
using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>Decides whether the English or the Japanese of a turn is the instruction, the other being its material.</summary>
/// <remarks>A logistic model over what both sides look like: where they stand, how long they are, how they end, whom they address. The weights are fitted by a committed program on wordings of several authors.</remarks>
internal static partial class InstructionSide
{
    private const float NoEnglish = -3;
    private const float Phrase = 1.5f;
    private const int EndUnits = 3;
    private const int Long = 150;
    private const int Sentence = 12;
    private const int Brief = 16;
    private const int LongFragment = 30;
    private const int ShortEnglish = 60;

    /// <summary>The features, in the order of the weights.</summary>
    public enum Feature
    {
        One, EnglishOutside, JapaneseOutside, EnglishFirst, Ratio, BriefEnglish, BriefJapanese,
        EnglishAsks, EnglishPoints, EnglishBothAsks, LowerStart, Deictic, EnglishQuestion, EnglishOpens, Title, OneWord, SmallWords,
        EdgeRequest, EdgeQuestion, EdgeFragment, Request, Question, JapanesePoints, Statements, LongRequest, JapaneseOpens,
        JapaneseQuoted, EnglishQuoted, NoneAsks, NoneAsksRatio, BothAskRatio, Capitals, OwnLine, EnglishSentences,
        Orders, Joined, JoinedBrief, FramePrefix, FrameSuffix, JapaneseDeictic, JapaneseSpoken, StatementPoints, EdgeBrief, EnglishStatement,
        Leads, EnglishBack,
    }

    public const int Features = (int)Feature.EnglishBack + 1;

    /// <summary>Gets the log odds that the English is the instruction.</summary>
    [SkipLocalsInit]
    public static float EnglishOdds(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
    {
        Span<float> features = stackalloc float[Features];
        if (!HasEnglishNearEnd(units))
        {
            return NoEnglish;
        }

        var sides = default(Sides);
        sides.Read(text, units);
        if (!sides.HasEnglish || sides.IsPhrase)
        {
            return sides.HasEnglish ? sides.PhraseOdds : NoEnglish;
        }

        sides.Write(features);
        var odds = 0f;
        for (var i = 0; i < features.Length; i++)
        {
            odds += Weights[i] * features[i];
        }

        return odds;
    }

    // English in the middle alone is no instruction.
    private static bool HasEnglishNearEnd(ReadOnlySpan<TextUnit> units)
    {
        for (var i = 0; i < units.Length; i++)
        {
            i = i == EndUnits ? Math.Max(i, units.Length - EndUnits) : i;
            if (!units[i].Quoted && units[i].Language == LanguageTable.English)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the features of a turn with English and Japanese.</summary>
    /// <returns>Whether the weights decide: there is English beside names, titles and greetings, and more than a phrase.</returns>
    public static bool Read(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, Span<float> features)
    {
        var sides = default(Sides);
        sides.Read(text, units);
        sides.Write(features);
        return HasEnglishNearEnd(units) && sides.HasEnglish && !sides.IsPhrase;
    }

    // What a Japanese sentence points at the material with.
    private static readonly SearchValues<string> Pointers = Exact(
        "これ", "この", "ここ", "こんな", "こう", "↑", "↓", "←", "→", "上記", "下記", "以下", "次の", "上の", "下の", "本文", "原文", "英文", "英語", "日本語", "和訳", "訳");

    // Signs and words of speech, where written material has none.
    private static readonly SearchValues<string> Speech = Exact(
        "!", "…", "〜", "~", "なんだ", "けど", "じゃ", "めっちゃ", "やば", "っぽ", "ちゃ", "すみません", "くれ", "もらえ", "いただけ", "って", "やけど", "とる", "困って", "もん");

    // Verbs and nouns behind the particle that takes up a quotation.
    private const string Taken = "いあ出書言来聞表思止つきなか意訳何どよ";

    // What opens the material behind it, and what points back at it.
    private static readonly SearchValues<char> OpeningSigns = SearchValues.Create(":→>=»");
    private static readonly SearchValues<char> BackSigns = SearchValues.Create("^↑←<");

    private static SearchValues<string> Exact(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.Ordinal);

    private ref struct Sides
    {
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
        public readonly bool IsPhrase => _joined && !_ownLine && _japanese < Sentence && _english < ShortEnglish;

        /// <summary>Gets the log odds of English for a phrase: by its small words, and by which language holds the clause together. Judgement.</summary>
        public readonly float PhraseOdds
        {
            get
            {
                var says = _closedWords > 0 || _asksInEnglish || _englishCue >= 3 || (_words == 1 && _englishCue > 0);
                return _first == _last ? (_first == 1 && says ? Phrase : -Phrase)
                    : says && !_isSpaced && (_first == 1 ? !_framePrefix && (!_clause || _closedWords > 0) : !_leadsOn) ? Phrase : -Phrase;
            }
        }

        public readonly bool HasEnglish => _english > _quotedEnglish;

        public void Read(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
        {
            (_first, _last) = (-1, -1);
            var previous = -1;
            for (var i = 0; i < units.Length; i++)
            {
                ref readonly var unit = ref units[i];
                var nearEnd = i < EndUnits || i >= units.Length - EndUnits;
                var side = unit.Language == LanguageTable.Japanese || unit.Language == LanguageTable.UndeterminedHan ? 0 : LanguageTable.IsLatin(unit.Language) && unit.Language != LanguageTable.UndeterminedLatin ? 1 : -1;
                if (side < 0)
                {
                    continue;
                }

                var span = text[unit.Start..unit.End];
                var counts = side == 0 ? ReadJapanese(span, in unit, nearEnd) : ReadEnglish(span, in unit, nearEnd);
                if (!counts)
                {
                    continue;
                }

                if (previous >= 0 && units[previous].Language != unit.Language)
                {
                    var gap = Gap(text, in units[previous], in unit);
                    _ownLine |= gap.Contains('\n');
                    _joined |= gap.Length > 0 && !gap.ContainsAnyExcept(' ');
                    var opens = gap.ContainsAny(OpeningSigns);
                    _englishOpens |= opens && side == 0;
                    _japaneseOpens |= opens && side == 1;
                    var back = gap.ContainsAny(BackSigns);
                    _englishBack |= back && side == 1;
                    _framePrefix |= side == 0 && (back || TakesUp(span));
                    _clause |= side == 0 && span.TrimStart().StartsWith('し');
                    _leads |= side == 0 && _lastIsSmall && gap.Length > 0 && !gap.ContainsAnyExcept(" \"'“「『");
                    _frameSuffix |= side == 1 && units[previous].Language == LanguageTable.Japanese && !_ownLine && LeadsOn(text[units[previous].Start..units[previous].End]);
                }

                _first = _first < 0 ? side : _first;
                _last = side;
                previous = i;
            }

            ReadEdge(text, units);
        }

        // What stands between the last letter of one unit and the first of the next.
        private static ReadOnlySpan<char> Gap(ReadOnlySpan<char> text, in TextUnit before, in TextUnit after)
        {
            var start = before.End;
            while (start > before.Start && !char.IsLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            var end = after.Start;
            while (end < after.End && !char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            return text[start..end];
        }

        private static bool IsSpaced(ReadOnlySpan<char> japanese)
        {
            japanese = japanese.Trim();
            var space = japanese.IndexOf(' ');
            return space > 0 && japanese[space - 1] >= '\u3041' && japanese[space + 1] >= '\u3041';
        }

        // "…って何", "…と言われた", "…の意味は": goes on where the quotation ended.
        private static bool TakesUp(ReadOnlySpan<char> japanese)
        {
            japanese = japanese.TrimStart(" \n\"'」』”’)]");
            return japanese.StartsWith("って", StringComparison.Ordinal)
                || (japanese.Length > 1 && japanese[0] is 'と' or 'の' or 'は' or 'が' or 'を' or 'に' or 'で' && (japanese[0] is 'を' or 'の' ? japanese[1] is not ('ち' or 'み' or 'ぞ') : Taken.Contains(japanese[1])));
        }

        // "先生のコメントが …", "看板に …": a particle before the quotation.
        private static bool LeadsOn(ReadOnlySpan<char> japanese)
        {
            japanese = japanese.TrimEnd(" \"'「『“‘([");
            return !japanese.IsEmpty && japanese[^1] is 'は' or 'が' or 'に' or 'と' or 'の' or 'で' or 'を';
        }

        private bool ReadEnglish(ReadOnlySpan<char> span, in TextUnit unit, bool nearEnd)
        {
            if (!nearEnd)
            {
                _english += unit.Latin;
                _quotedEnglish += unit.Quoted ? unit.Latin : 0;
                _englishUnits++;
                return !unit.Quoted;
            }

            var edge = LatinEdge.Read(span);
            var cue = nearEnd && !unit.Quoted ? InstructionCues.Strength(span, LanguageTable.English) : 0;
            cue = edge.Names && !unit.Quoted && nearEnd ? Math.Max(cue, InstructionCues.Question) : cue;
            if (edge.IsMarked || (edge.IsMark && cue == 0))
            {
                _titles += edge.Words;
                return false;
            }

            _lastIsSmall = edge.LastIsSmall;
            _english += unit.Latin;
            _quotedEnglish += unit.Quoted ? unit.Latin : 0;
            _englishUnits++;
            if (nearEnd && !unit.Quoted)
            {
                _startsLower |= edge.StartsLower;
                _orders |= edge.Orders;
                _nearEnglish++;
                _englishStatements += !edge.Asks && !edge.StartsLower && cue == 0 && edge.Words >= 6 && !edge.Orders ? 1 : 0;
                _asksInEnglish |= edge.Asks;
                _englishCue = Math.Max(_englishCue, cue);
                _words += edge.Words;
                _smallWords += edge.SmallWords;
                _closedWords += edge.ClosedWords;
                _deictic += edge.DeicticWords;
                _capitals += edge.CapitalWords;
                _titles += edge.IsTitle ? edge.Words : 0;
            }

            return !unit.Quoted;
        }

        private bool ReadJapanese(ReadOnlySpan<char> span, in TextUnit unit, bool nearEnd)
        {
            var letters = unit.Kana + unit.Han;
            _japanese += letters;
            _quotedJapanese += unit.Quoted ? letters : 0;
            if (nearEnd && !unit.Quoted)
            {
                var ending = JapaneseEndings.Of(span);
                _request |= ending == JapaneseEnding.Request;
                _question |= ending == JapaneseEnding.Question;
                _sentences++;
                _statements += ending == JapaneseEnding.Statement && letters >= Sentence ? 1 : 0;
                var cue = InstructionCues.Strength(span, LanguageTable.Japanese);
                var states = (ending == JapaneseEnding.Statement && letters >= Sentence) || (ending == JapaneseEnding.Fragment && letters >= LongFragment);
                _clause |= span.ContainsAny('は', 'が', 'を');
                _isSpaced |= IsSpaced(span);
                _leadsOn |= LeadsOn(span);
                _points |= cue >= 1.5 && !states;
                _statementPoints |= cue >= 1.5 && states;
                _pointer |= !states && span.ContainsAny(Pointers);
                _speech |= span.ContainsAny(Speech) || span.ContainsAnyInRange('\uD83C', '\uD83E');
                _japaneseCue = Math.Max(_japaneseCue, states ? 0 : cue);
            }

            return !unit.Quoted;
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

        public readonly void Write(Span<float> features)
        {
            features.Clear();
            var ratio = Math.Clamp(MathF.Log((_english + 8f) / ((2.5f * _japanese) + 8f)), -4, 4);
            var asksInEnglish = _englishCue >= InstructionCues.Question || _asksInEnglish;
            var asksInJapanese = _request || _question || _japaneseCue >= 3;
            Set(features, Feature.One, true);
            Set(features, Feature.EnglishOutside, _first == 1 && _last == 1);
            Set(features, Feature.JapaneseOutside, _first == 0 && _last == 0);
            Set(features, Feature.EnglishFirst, _first == 1 && _last == 0);
            features[(int)Feature.Ratio] = ratio;
            Set(features, Feature.BriefEnglish, _words <= 3);
            Set(features, Feature.BriefJapanese, _japanese < 10);
            Set(features, Feature.EnglishAsks, asksInEnglish);
            Set(features, Feature.EnglishPoints, _englishCue is > 0 and not InstructionCues.Question);
            Set(features, Feature.EnglishBothAsks, _englishCue >= 3);
            Set(features, Feature.LowerStart, _startsLower);
            features[(int)Feature.Deictic] = Math.Min(3, _deictic) / 3f;
            Set(features, Feature.EnglishQuestion, _asksInEnglish);
            Set(features, Feature.EnglishOpens, _englishOpens);
            features[(int)Feature.Title] = _words == 0 ? 0 : Math.Min(1, (float)_titles / _words);
            Set(features, Feature.OneWord, _words == 1);
            features[(int)Feature.SmallWords] = _words == 0 ? 0 : (float)_smallWords / _words;
            Set(features, Feature.EdgeRequest, _hasEdge && _edge == JapaneseEnding.Request);
            Set(features, Feature.EdgeQuestion, _hasEdge && _edge == JapaneseEnding.Question);
            Set(features, Feature.EdgeFragment, _hasEdge && _edge == JapaneseEnding.Fragment);
            Set(features, Feature.Request, _request);
            Set(features, Feature.Question, _question);
            Set(features, Feature.JapanesePoints, _points);
            features[(int)Feature.Statements] = _sentences == 0 ? 0 : (float)_statements / _sentences;
            Set(features, Feature.LongRequest, (_request || _question) && _japanese > Long);
            Set(features, Feature.JapaneseOpens, _japaneseOpens);
            features[(int)Feature.JapaneseQuoted] = _japanese == 0 ? 0 : (float)_quotedJapanese / _japanese;
            features[(int)Feature.EnglishQuoted] = _english == 0 ? 0 : (float)_quotedEnglish / _english;
            Set(features, Feature.NoneAsks, !asksInEnglish && !asksInJapanese);
            features[(int)Feature.NoneAsksRatio] = !asksInEnglish && !asksInJapanese ? ratio : 0;
            features[(int)Feature.BothAskRatio] = asksInEnglish && asksInJapanese ? ratio : 0;
            features[(int)Feature.Capitals] = _words == 0 ? 0 : (float)_capitals / _words;
            Set(features, Feature.OwnLine, _ownLine);
            features[(int)Feature.EnglishSentences] = Math.Min(4, _englishUnits) / 4f;
            Set(features, Feature.Orders, _orders);
            Set(features, Feature.Joined, _joined);
            Set(features, Feature.JoinedBrief, _joined && _japanese < Sentence);
            Set(features, Feature.FramePrefix, _framePrefix);
            Set(features, Feature.FrameSuffix, _frameSuffix);
            Set(features, Feature.JapaneseDeictic, _pointer);
            Set(features, Feature.JapaneseSpoken, _speech);
            Set(features, Feature.StatementPoints, _statementPoints);
            Set(features, Feature.EdgeBrief, _hasEdge && _edgeBrief);
            Set(features, Feature.Leads, _leads);
            Set(features, Feature.EnglishBack, _englishBack);
            features[(int)Feature.EnglishStatement] = _nearEnglish == 0 ? 0 : (float)_englishStatements / _nearEnglish;
        }

        private static void Set(Span<float> features, Feature feature, bool value) => features[(int)feature] = value ? 1 : 0;
    }
}

using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Languages;

/// <summary>Decides whether the English or the Japanese of a turn is the instruction, the other being its material.</summary>
/// <remarks>A logistic model over what both sides look like: where they stand, how long they are, how they end, whom they address. The weights are fitted by a committed program on wordings of several authors.</remarks>
internal static partial class InstructionSide
{
    private const float NoEnglish = -3;
    private const int EndUnits = 3;
    private const int Long = 150;
    private const int Sentence = 12;

    /// <summary>The features, in the order of the weights.</summary>
    public enum Feature
    {
        One, EnglishOutside, JapaneseOutside, EnglishFirst, Ratio, BriefEnglish, BriefJapanese,
        EnglishAsks, EnglishPoints, EnglishBothAsks, LowerStart, Deictic, EnglishQuestion, EnglishOpens, Title, OneWord, SmallWords,
        EdgeRequest, EdgeQuestion, EdgeFragment, Request, Question, JapanesePoints, Statements, LongRequest, JapaneseOpens,
        JapaneseQuoted, EnglishQuoted, NoneAsks, NoneAsksRatio, BothAskRatio, Capitals, OwnLine, EnglishSentences,
    }

    public const int Features = (int)Feature.EnglishSentences + 1;

    /// <summary>Gets the log odds that the English is the instruction.</summary>
    [SkipLocalsInit]
    public static float EnglishOdds(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units)
    {
        Span<float> features = stackalloc float[Features];
        if (!Read(text, units, features))
        {
            return NoEnglish;
        }

        var odds = 0f;
        for (var i = 0; i < features.Length; i++)
        {
            odds += Weights[i] * features[i];
        }

        return odds;
    }

    /// <summary>Reads the features of a turn with English and Japanese.</summary>
    /// <returns>Whether there is any English but names, titles and greetings.</returns>
    public static bool Read(ReadOnlySpan<char> text, ReadOnlySpan<TextUnit> units, Span<float> features)
    {
        var sides = default(Sides);
        sides.Read(text, units);
        sides.Write(features);
        return sides.HasEnglish;
    }

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
        private JapaneseEnding _edge;
        private bool _hasEdge;

        public readonly bool HasEnglish => _english > 0;

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
                    var terminator = units[previous].Terminator;
                    var opens = terminator == ':' || Opens(text, unit.Start);
                    _englishOpens |= opens && side == 0;
                    _japaneseOpens |= opens && side == 1;
                    _ownLine |= terminator is '\n' or '\r' || text[units[previous].End..unit.Start].Contains('\n') || text[units[previous].Start..units[previous].End].EndsWith('\n');
                }

                _first = _first < 0 ? side : _first;
                _last = side;
                previous = i;
            }

            ReadEdge(text, units);
        }

        private bool ReadEnglish(ReadOnlySpan<char> span, in TextUnit unit, bool nearEnd)
        {
            var edge = LatinEdge.Read(span);
            var cue = nearEnd && !unit.Quoted ? InstructionCues.Strength(span, LanguageTable.English) : 0;
            if (edge.IsMark && (cue == 0 || edge.Greets))
            {
                _titles += edge.Words;
                return false;
            }

            _english += unit.Latin;
            _quotedEnglish += unit.Quoted ? unit.Latin : 0;
            _englishUnits++;
            if (nearEnd && !unit.Quoted)
            {
                _startsLower |= edge.StartsLower;
                _asksInEnglish |= edge.Asks;
                _englishCue = Math.Max(_englishCue, cue);
                _words += edge.Words;
                _smallWords += edge.SmallWords;
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
                _japaneseCue = Math.Max(_japaneseCue, InstructionCues.Strength(span, LanguageTable.Japanese));
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

            if (last.Language == LanguageTable.Japanese && !last.Quoted)
            {
                var ending = JapaneseEndings.Of(text[last.Start..last.End]);
                _edge = _hasEdge && _edge > ending ? _edge : ending;
                _hasEdge = true;
            }
        }

        private static bool Opens(ReadOnlySpan<char> text, int position)
        {
            for (var i = position - 1; i >= 0 && i >= position - 4; i--)
            {
                if (text[i] is ':' or '>' or '→' or '=' or '|' or '»' or '-' or '—' or '←' or '<' or '↑' or '^' or '~')
                {
                    return true;
                }

                if (text[i] is not (' ' or '\n' or '"' or '\'' or '「' or '『' or '“' or '(' or '['))
                {
                    break;
                }
            }

            return position < text.Length && text[position] is ':' or '>' or '→' or '←' or '<' or '↑' or '^';
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
            Set(features, Feature.JapanesePoints, _japaneseCue >= 1.5);
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
        }

        private static void Set(Span<float> features, Feature feature, bool value) => features[(int)feature] = value ? 1 : 0;
    }
}

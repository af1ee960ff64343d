using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Tokens;

/// <summary>The running state of <see cref="TextProfile.Measure"/>: 64 units at a time become one bit each in a mask per class.</summary>
internal ref struct ProfileScan
{
    /// <summary>The units of one step.</summary>
    public const int Block = 64;

    /// <summary>What has been counted.</summary>
    public TextProfile.Counts Counts;

    private ReadOnlySpan<ushort> weights;

    // The masks of the block before: their top bits are the left neighbours of this block's first units.
    private ulong letters;
    private ulong lower;
    private ulong upper;
    private ulong digits;
    private ulong spaces;
    private ulong newLines;
    private ulong asciiOther;
    private ulong hiragana;
    private ulong katakana;
    private ulong kanji;
    private ulong words;
    private ulong closing;
    private ulong numberLike;
    private ulong highSurrogates;

    /// <summary>Counts one block of units; those outside the mask are not there, and only the last block has such.</summary>
    public void Add(ref ushort units, ulong valid)
    {
        var one = Vector512.LoadUnsafe(ref units);
        var two = Vector512.LoadUnsafe(ref units, 32);
        var length = BitOperations.PopCount(valid);
        var ascii = InRange(one, two, 0, 0x7F) & valid;
        Counts[(int)TextFeature.Units] += length;
        Counts[(int)TextFeature.Utf8Bytes] += BitOperations.PopCount(ascii);
        var now = default(Masks);
        if (ascii != valid)
        {
            AddBeyondAscii(ref units, one, two, valid, length, ref now);
        }
        else
        {
            highSurrogates = 0;
        }

        if (ascii != 0)
        {
            ReadAscii(one, two, ascii, ref now);
        }

        AddNeighbours(now, ascii, valid);
    }

    /// <summary>Counts what the end of the text ends.</summary>
    public void End()
    {
        Counts[(int)TextFeature.PieceEnds] += (int)(words >> 63);
        Counts[(int)TextFeature.DigitEnds] += (int)(digits >> 63);
        Counts[(int)TextFeature.PunctuationPieces] += (int)(closing >> 63);
    }

    private void ReadAscii(Vector512<ushort> one, Vector512<ushort> two, ulong ascii, ref Masks now)
    {
        now.Lower = InRange(one, two, 'a', 'z');
        now.Upper = InRange(one, two, 'A', 'Z');
        now.Digits = InRange(one, two, '0', '9');
        now.Spaces = Equal(one, two, ' ');
        now.NewLines = Equal(one, two, '\n') | Equal(one, two, '\r');
        var underscore = Equal(one, two, '_');
        var quotes = Equal(one, two, '"') | Equal(one, two, '\'') | Equal(one, two, '`');
        Count(TextFeature.Underscores, underscore);
        Count(TextFeature.Quotes, quotes);
        Count(TextFeature.Stops, Equal(one, two, '.') | Equal(one, two, ','));
        Count(TextFeature.Brackets, InRange(one, two, '(', ')') | InRange(one, two, '[', ']') | InRange(one, two, '{', '}'));
        Count(TextFeature.RareLetters, InRange(one, two, 'j', 'k') | Equal(one, two, 'q') | Equal(one, two, 'v') | Equal(one, two, 'x') | Equal(one, two, 'z'));
        now.AsciiOther = ascii & ~(now.Lower | now.Upper | now.Digits | now.Spaces | now.NewLines);

        // What certainly ends a word: all but the apostrophe of a contraction.
        now.Separators |= ascii & ~(now.Lower | now.Upper | Equal(one, two, '\''));

        // White space and controls are no punctuation; a slash may belong to the piece before it.
        now.Closing |= now.AsciiOther & InRange(one, two, '!', '~') & ~Equal(one, two, '/');
    }

    private void AddBeyondAscii(ref ushort units, Vector512<ushort> one, Vector512<ushort> two, ulong valid, int length, ref Masks now)
    {
        now.Hiragana = InRange(one, two, 0x3041, 0x3096) & valid;
        var middleDot = Equal(one, two, 0x30FB);
        now.Katakana = InRange(one, two, 0x30A1, 0x30FE) & ~middleDot & valid;
        now.Kanji = InRange(one, two, 0x4E00, 0x9FFF) & valid;
        var punctuation = (InRange(one, two, 0x3000, 0x3040) | middleDot) & valid;
        var widthForms = InRange(one, two, 0xFF00, 0xFFEF) & valid;
        var twoBytes = InRange(one, two, 0x80, 0x7FF) & valid;
        var hangul = InRange(one, two, 0xAC00, 0xD7A3) & valid;
        var surrogates = InRange(one, two, 0xD800, 0xDFFF) & valid;
        var beyond = valid & ~InRange(one, two, 0, 0x7F);
        var three = beyond & ~(twoBytes | surrogates);
        Count(TextFeature.Hiragana, now.Hiragana);
        Count(TextFeature.Katakana, now.Katakana);
        Count(TextFeature.Kanji, now.Kanji);
        Count(TextFeature.CjkPunctuation, punctuation);
        Count(TextFeature.WidthForms, widthForms);
        Count(TextFeature.TwoBytes, twoBytes);
        Count(TextFeature.Hangul, hangul);
        Count(TextFeature.OtherThreeBytes, three & ~(now.Hiragana | now.Katakana | now.Kanji | punctuation | widthForms | hangul));
        Counts[(int)TextFeature.Utf8Bytes] += (2 * BitOperations.PopCount(twoBytes)) + (3 * BitOperations.PopCount(three));
        now.NumberLike = beyond & ~(now.Hiragana | now.Katakana | now.Kanji);

        // Marks between 302A and 302F and letters and numbers among 3003 to 3007 and from 3021 on end nothing.
        var ending = InRange(one, two, 0x3000, 0x3002) | InRange(one, two, 0x3008, 0x3020) | middleDot | InRange(one, two, 0xFF01, 0xFF0F) | InRange(one, two, 0xFF1A, 0xFF20);
        now.Separators = ending & valid;
        now.Closing = ending & valid & ~Equal(one, two, 0x3000);
        if (now.Hiragana != 0)
        {
            Count(TextFeature.Particles, valid & (Equal(one, two, 'の') | Equal(one, two, 'は') | Equal(one, two, 'を') | Equal(one, two, 'に')
                | Equal(one, two, 'が') | Equal(one, two, 'と') | Equal(one, two, 'で') | Equal(one, two, 'も')));
        }

        if (now.Hiragana != 0)
        {
            Count(TextFeature.Endings, valid & (Equal(one, two, 'い') | Equal(one, two, 'う') | Equal(one, two, 'し') | Equal(one, two, 'す')
                | Equal(one, two, 'た') | Equal(one, two, 'て') | Equal(one, two, 'な') | Equal(one, two, 'る') | Equal(one, two, 'ま') | Equal(one, two, 'れ') | Equal(one, two, 'ん')));
        }

        Count(TextFeature.Symbols, InRange(one, two, 0x2000, 0x2BFF));
        Count(TextFeature.LongVowels, Equal(one, two, 'ー') & valid);
        AddSurrogates(surrogates, InRange(one, two, 0xD800, 0xDBFF) & valid, valid);
        AddWeights(ref units, length);
    }

    // A pair is 4 bytes, a lone half the 3 of U+FFFD. A high half at the end of a block is completed by the next.
    private void AddSurrogates(ulong surrogates, ulong high, ulong valid)
    {
        var pairs = BitOperations.PopCount(surrogates & ~high & ((high << 1) | (highSurrogates >> 63)));
        var units = BitOperations.PopCount(surrogates);
        Counts[(int)TextFeature.Surrogates] += units;
        Counts[(int)TextFeature.LoneSurrogates] += units - (2 * pairs);
        Counts[(int)TextFeature.Utf8Bytes] += (3 * units) - (2 * pairs);
        highSurrogates = Align(high, valid);
    }

    private void AddWeights(ref ushort units, int length)
    {
        weights = weights.IsEmpty ? CharacterWeights.Table : weights;
        ref var table = ref MemoryMarshal.GetReference(weights);
        uint even = 0;
        uint odd = 0;
        var i = 0;
        for (; i + 1 < length; i += 2)
        {
            even += Unsafe.Add(ref table, (uint)Unsafe.Add(ref units, i));
            odd += Unsafe.Add(ref table, (uint)Unsafe.Add(ref units, i + 1));
        }

        even += i < length ? Unsafe.Add(ref table, (uint)Unsafe.Add(ref units, i)) : 0u;

        // At most 3 a unit and 64 units: the two sums do not meet.
        even += odd;
        Counts[(int)TextFeature.O200kWeight] += (int)(even & 0xFF);
        Counts[(int)TextFeature.Cl100kWeight] += (int)(even >> 8);
    }

    private void AddNeighbours(in Masks now, ulong ascii, ulong valid)
    {
        var nowLetters = now.Lower | now.Upper;
        if ((nowLetters | letters) != 0)
        {
            Count(TextFeature.Lower, now.Lower);
            Count(TextFeature.Upper, now.Upper);
            Count(TextFeature.WordStarts, nowLetters & ~Before(nowLetters, letters));
            Count(TextFeature.LowerToUpper, now.Upper & Before(now.Lower, lower));
            Count(TextFeature.UpperAfterUpper, now.Upper & Before(now.Upper, upper));
            var two = nowLetters & Before(nowLetters, letters);
            var twoOld = letters & (letters << 1);
            var four = two & ((two << 2) | (twoOld >> 62));
            var fourOld = twoOld & (twoOld << 2);
            var eight = four & ((four << 4) | (fourOld >> 60));
            Count(TextFeature.SecondLetters, two);
            Count(TextFeature.FourthLetters, four);
            var six = four & ((two << 4) | (twoOld >> 60));
            Count(TextFeature.ThirdLetters, two & ((nowLetters << 2) | (letters >> 62)));
            Count(TextFeature.FifthLetters, four & ((nowLetters << 4) | (letters >> 60)));
            Count(TextFeature.SixthLetters, six);
            var begins = now.Upper & ~Before(nowLetters, letters);
            var beginsOld = upper & ~(letters << 1);
            Count(TextFeature.LongUpperWords, six & ((begins << 5) | (beginsOld >> 59)));
            Count(TextFeature.TenthLetters, eight & ((two << 8) | (twoOld >> 56)));
            Count(TextFeature.WordsAfterSpace, nowLetters & Before(now.Spaces, spaces));
            Count(TextFeature.UpperWords, begins);
            Count(TextFeature.EighthLetters, eight);
            Count(TextFeature.TwelfthLetters, eight & ((four << 8) | (fourOld >> 56)));
        }

        if (ascii != 0)
        {
            Count(TextFeature.Digits, now.Digits);
            Count(TextFeature.Spaces, now.Spaces);
            Count(TextFeature.NewLines, now.NewLines);
            Count(TextFeature.AsciiOther, now.AsciiOther);
            Count(TextFeature.NewLinesAfterNewLine, now.NewLines & Before(now.NewLines, newLines));
            Count(TextFeature.NewLinesAfterPunctuation, now.NewLines & Before(now.Closing, closing));
            var runs = now.Spaces & Before(now.Spaces, spaces);
            Count(TextFeature.SpaceRuns, runs & ~Before(runs, spaces & (spaces << 1)));
            Count(TextFeature.DigitRuns, now.Digits & ~Before(now.Digits, digits));
            Count(TextFeature.SpacesAfterSpace, runs);
            Count(TextFeature.AsciiOtherRuns, now.AsciiOther & ~Before(now.AsciiOther, asciiOther));
        }

        if ((now.Hiragana | now.Katakana | now.Kanji) != 0)
        {
            Count(TextFeature.HiraganaRuns, now.Hiragana & ~Before(now.Hiragana, hiragana));
            Count(TextFeature.KatakanaRuns, now.Katakana & ~Before(now.Katakana, katakana));
            Count(TextFeature.KanjiRuns, now.Kanji & ~Before(now.Kanji, kanji));
            Count(TextFeature.KanjiAfterHiragana, now.Kanji & Before(now.Hiragana, hiragana));
            Count(TextFeature.HiraganaAfterKanji, now.Hiragana & Before(now.Kanji, kanji));
            Count(TextFeature.ThirdHiragana, Third(now.Hiragana, hiragana));
            Count(TextFeature.ThirdKatakana, Third(now.Katakana, katakana));
            Count(TextFeature.ThirdKanji, Third(now.Kanji, kanji));
        }

        var nowWords = nowLetters | now.Hiragana | now.Katakana | now.Kanji;
        var wordBefore = Before(nowWords, words);
        var digitBefore = Before(now.Digits, digits);
        Count(TextFeature.PieceEnds, wordBefore & now.Separators);
        Count(TextFeature.DigitEnds, digitBefore & ((ascii & ~now.Digits) | now.Hiragana | now.Katakana | now.Kanji));
        Count(TextFeature.SpacePieces, (now.Digits & Before(now.Spaces, spaces)) | (now.NewLines & (wordBefore | digitBefore)));
        Count(TextFeature.PunctuationPieces, (now.Spaces | now.NewLines | now.Digits) & Before(now.Closing, closing));
        Count(TextFeature.DigitsBesideOthers, (now.Digits & Before(now.NumberLike, numberLike)) | (now.NumberLike & digitBefore));

        Count(TextFeature.BeyondAsciiAfterSpace, valid & ~ascii & Before(now.Spaces, spaces));

        letters = Align(nowLetters, valid);
        lower = Align(now.Lower, valid);
        upper = Align(now.Upper, valid);
        digits = Align(now.Digits, valid);
        spaces = Align(now.Spaces, valid);
        newLines = Align(now.NewLines, valid);
        asciiOther = Align(now.AsciiOther, valid);
        hiragana = Align(now.Hiragana, valid);
        katakana = Align(now.Katakana, valid);
        kanji = Align(now.Kanji, valid);
        words = Align(nowWords, valid);
        closing = Align(now.Closing, valid);
        numberLike = Align(now.NumberLike, valid);
    }

    // The last unit of a block is the top bit of what is kept of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Align(ulong mask, ulong valid) => mask << BitOperations.LeadingZeroCount(valid);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Before(ulong mask, ulong old) => (mask << 1) | (old >> 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Third(ulong mask, ulong old) => mask & Before(mask, old) & ((mask << 2) | (old >> 62));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(TextFeature feature, ulong mask) => Counts[(int)feature] += BitOperations.PopCount(mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong InRange(Vector512<ushort> one, Vector512<ushort> two, ushort first, ushort last) =>
        Bits(Vector512.LessThanOrEqual(one - Vector512.Create(first), Vector512.Create((ushort)(last - first))),
            Vector512.LessThanOrEqual(two - Vector512.Create(first), Vector512.Create((ushort)(last - first))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector512<ushort> one, Vector512<ushort> two, ushort unit) =>
        Bits(Vector512.Equals(one, Vector512.Create(unit)), Vector512.Equals(two, Vector512.Create(unit)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector512<ushort> one, Vector512<ushort> two) =>
        one.ExtractMostSignificantBits() | (two.ExtractMostSignificantBits() << 32);

    private struct Masks
    {
        public ulong Lower;
        public ulong Upper;
        public ulong Digits;
        public ulong Spaces;
        public ulong NewLines;
        public ulong AsciiOther;
        public ulong Hiragana;
        public ulong Katakana;
        public ulong Kanji;
        public ulong Separators;
        public ulong Closing;
        public ulong NumberLike;
    }
}

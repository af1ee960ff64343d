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

    private static readonly ByteSet Particles = new("のはをにがとでも");
    private static readonly ByteSet Endings = new("いうしすたてなるまれん");
    private static readonly ByteSet Vowels = new("aeiou");

    /// <summary>What has been counted.</summary>
    public TextProfile.Counts Counts;

    private ReadOnlySpan<uint> _weights;

    // The masks of the block before: their top bits are the left neighbours of this block's first units.
    private ulong _letters;
    private ulong _lower;
    private ulong _upper;
    private ulong _digits;
    private ulong _spaces;
    private ulong _newLines;
    private ulong _asciiOther;
    private ulong _hiragana;
    private ulong _katakana;
    private ulong _kanji;
    private ulong _words;
    private ulong _closing;
    private ulong _numberLike;
    private ulong _apostrophes;
    private ulong _consonants;
    private ulong _highSurrogates;

    /// <summary>Counts one block of units; those outside the mask are not there, and only the last block has such.</summary>
    public void Add(ref ushort units, ulong valid)
    {
        // Two vectors of units become one of their low bytes and, beyond ASCII, one of their high bytes.
        var one = Vector512.LoadUnsafe(ref units);
        var two = Vector512.LoadUnsafe(ref units, 32);
        var low = Vector512.Narrow(one, two);
        var length = BitOperations.PopCount(valid);
        Counts[(int)TextFeature.Units] += length;
        var now = default(Masks);
        if (((one | two) & Vector512.Create((ushort)0xFF80)) == Vector512<ushort>.Zero)
        {
            _highSurrogates = 0;
            Counts[(int)TextFeature.Utf8Bytes] += length;
            ReadAscii(low, valid, ref now);
            AddNeighbours(now, valid, valid);
            return;
        }

        var high = Vector512.Narrow(one >>> 8, two >>> 8);
        var ascii = Equal(high, 0) & InRange(low, 0, 0x7F) & valid;
        Counts[(int)TextFeature.Utf8Bytes] += BitOperations.PopCount(ascii);
        AddBeyondAscii(low, high, valid & ~ascii, valid, ref now);
        AddWeights(ref units, length);
        if (ascii != 0)
        {
            ReadAscii(low, ascii, ref now);
        }

        AddNeighbours(now, ascii, valid);
    }

    /// <summary>Counts what the end of the text ends.</summary>
    public void End()
    {
        Counts[(int)TextFeature.PieceEnds] += (int)(_words >> 63);
        Counts[(int)TextFeature.DigitEnds] += (int)(_digits >> 63);
        Counts[(int)TextFeature.PunctuationPieces] += (int)(_closing >> 63);
    }

    private void ReadAscii(Vector512<byte> low, ulong ascii, ref Masks now)
    {
        now.Lower = InRange(low, (byte)'a', (byte)'z') & ascii;
        now.Upper = InRange(low, (byte)'A', (byte)'Z') & ascii;
        now.Digits = InRange(low, (byte)'0', (byte)'9') & ascii;
        now.Spaces = Equal(low, (byte)' ') & ascii;
        now.NewLines = (Equal(low, (byte)'\n') | Equal(low, (byte)'\r')) & ascii;
        now.AsciiOther = ascii & ~(now.Lower | now.Upper | now.Digits | now.Spaces | now.NewLines);
        now.Separators |= ascii & ~(now.Lower | now.Upper);
        if (now.Lower != 0)
        {
            now.Vowels = now.Lower & Vowels.Find(low);
            Count(TextFeature.Vowels, now.Vowels);
            Count(TextFeature.RareLetters, now.Lower & (InRange(low, (byte)'j', (byte)'k') | Equal(low, (byte)'q') | Equal(low, (byte)'v') | Equal(low, (byte)'x') | Equal(low, (byte)'z')));
        }

        if (now.AsciiOther != 0)
        {
            var apostrophes = Equal(low, (byte)'\'');
            Count(TextFeature.Underscores, now.AsciiOther & Equal(low, (byte)'_'));
            Count(TextFeature.Quotes, now.AsciiOther & (apostrophes | Equal(low, (byte)'"') | Equal(low, (byte)'`')));
            Count(TextFeature.Stops, now.AsciiOther & (Equal(low, (byte)'.') | Equal(low, (byte)',')));
            Count(TextFeature.Brackets, now.AsciiOther & (InRange(low, (byte)'(', (byte)')') | InRange(low, (byte)'[', (byte)']') | InRange(low, (byte)'{', (byte)'}')));

            // All but the apostrophe of a contraction certainly ends a word. White space and controls are no
            // punctuation; a slash may belong to the piece before it.
            now.Apostrophes = apostrophes & ascii;
            now.Separators &= ~now.Apostrophes;
            now.Closing |= now.AsciiOther & InRange(low, (byte)'!', (byte)'~') & ~Equal(low, (byte)'/');
        }
    }

    private void AddBeyondAscii(Vector512<byte> low, Vector512<byte> high, ulong beyond, ulong valid, ref Masks now)
    {
        var block30 = Equal(high, 0x30) & beyond;
        var widthForms = Equal(high, 0xFF) & beyond;
        now.Kanji = InRange(high, 0x4E, 0x9F) & beyond;
        var others = beyond & ~(block30 | widthForms | now.Kanji);
        ulong punctuation = 0;
        if (block30 != 0)
        {
            var middleDot = Equal(low, 0xFB) & block30;
            now.Hiragana = InRange(low, 0x41, 0x96) & block30;
            now.Katakana = InRange(low, 0xA1, 0xFE) & block30 & ~middleDot;
            punctuation = (InRange(low, 0, 0x40) & block30) | middleDot;

            // Marks from 302A to 302F, and letters and numbers among 3003 to 3007 and from 3021 on, end nothing.
            now.Separators = (block30 & (InRange(low, 0, 2) | InRange(low, 8, 0x20))) | middleDot;
            now.Closing = now.Separators & ~Equal(low, 0);
            Count(TextFeature.Hiragana, now.Hiragana);
            Count(TextFeature.Katakana, now.Katakana);
            Count(TextFeature.CjkPunctuation, punctuation);
            Count(TextFeature.LongVowels, Equal(low, 0xFC) & block30);
            if (now.Hiragana != 0)
            {
                Count(TextFeature.Particles, now.Hiragana & Particles.Find(low));
                Count(TextFeature.Endings, now.Hiragana & Endings.Find(low));
            }
        }

        if (widthForms != 0)
        {
            var ending = widthForms & (InRange(low, 0x01, 0x0F) | InRange(low, 0x1A, 0x20));
            now.Separators |= ending;
            now.Closing |= ending;
            Count(TextFeature.WidthForms, widthForms);
        }

        Count(TextFeature.Kanji, now.Kanji);
        now.NumberLike = beyond & ~(now.Hiragana | now.Katakana | now.Kanji);
        ulong twoBytes = 0;
        ulong surrogates = 0;
        if (others != 0)
        {
            twoBytes = InRange(high, 0, 7) & others;
            surrogates = InRange(high, 0xD8, 0xDF) & others;
            var hangul = InRange(high, 0xAC, 0xD7) & others;
            Count(TextFeature.TwoBytes, twoBytes);
            Count(TextFeature.Hangul, hangul);
            Count(TextFeature.Symbols, InRange(high, 0x20, 0x2B) & others);
            others &= ~(twoBytes | surrogates | hangul);
        }

        Count(TextFeature.OtherThreeBytes, others | (block30 & ~(now.Hiragana | now.Katakana | punctuation)));
        Counts[(int)TextFeature.Utf8Bytes] += (3 * BitOperations.PopCount(beyond)) - BitOperations.PopCount(twoBytes) - (3 * BitOperations.PopCount(surrogates));
        if ((surrogates | _highSurrogates) != 0)
        {
            AddSurrogates(surrogates, InRange(high, 0xD8, 0xDB) & surrogates, valid);
        }
    }

    // A pair is 4 bytes, a lone half the 3 of U+FFFD. A high half at the end of a block is completed by the next.
    private void AddSurrogates(ulong surrogates, ulong high, ulong valid)
    {
        var pairs = BitOperations.PopCount(surrogates & ~high & ((high << 1) | (_highSurrogates >> 63)));
        var units = BitOperations.PopCount(surrogates);
        Counts[(int)TextFeature.Surrogates] += units;
        Counts[(int)TextFeature.LoneSurrogates] += units - (2 * pairs);
        Counts[(int)TextFeature.Utf8Bytes] += (3 * units) - (2 * pairs);
        _highSurrogates = Align(high, valid);
    }

    private void AddWeights(ref ushort units, int length)
    {
        _weights = _weights.IsEmpty ? CharacterWeights.Table : _weights;
        ref var table = ref MemoryMarshal.GetReference(_weights);

        // At most 7 a unit: over 32 units the sums in the four bytes do not meet.
        for (var start = 0; start < length; start += Block / 2)
        {
            var end = Math.Min(length, start + (Block / 2));
            uint even = 0;
            uint odd = 0;
            var i = start;
            for (; i + 7 < end; i += 8)
            {
                ref var eight = ref Unsafe.Add(ref units, i);
                even += Unsafe.Add(ref table, (uint)eight) + Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 1)) + Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 2)) + Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 3));
                odd += Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 4)) + Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 5)) + Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 6)) + Unsafe.Add(ref table, (uint)Unsafe.Add(ref eight, 7));
            }

            for (; i < end; i++)
            {
                even += Unsafe.Add(ref table, (uint)Unsafe.Add(ref units, i));
            }

            even += odd;
            Counts[(int)TextFeature.O200kWeight] += (int)(even & 0xFF);
            Counts[(int)TextFeature.Cl100kWeight] += (int)(even >> 8 & 0xFF);
            Counts[(int)TextFeature.O200kLeast] += (int)(even >> 16 & 0xFF);
            Counts[(int)TextFeature.Cl100kLeast] += (int)(even >> 24);
        }
    }

    private void AddNeighbours(in Masks now, ulong ascii, ulong valid)
    {
        var nowLetters = now.Lower | now.Upper;
        var nowConsonants = nowLetters & ~now.Vowels;
        if ((nowLetters | _letters) != 0)
        {
            Count(TextFeature.Lower, now.Lower);
            Count(TextFeature.Upper, now.Upper);
            Count(TextFeature.WordStarts, nowLetters & ~Before(nowLetters, _letters));
            Count(TextFeature.LowerToUpper, now.Upper & Before(now.Lower, _lower));
            Count(TextFeature.UpperAfterUpper, now.Upper & Before(now.Upper, _upper));
            var two = nowLetters & Before(nowLetters, _letters);
            var twoOld = _letters & (_letters << 1);
            var four = two & ((two << 2) | (twoOld >> 62));
            var fourOld = twoOld & (twoOld << 2);
            var eight = four & ((four << 4) | (fourOld >> 60));
            Count(TextFeature.SecondLetters, two);
            Count(TextFeature.FourthLetters, four);
            var six = four & ((two << 4) | (twoOld >> 60));
            Count(TextFeature.ThirdLetters, two & ((nowLetters << 2) | (_letters >> 62)));
            Count(TextFeature.FifthLetters, four & ((nowLetters << 4) | (_letters >> 60)));
            Count(TextFeature.SixthLetters, six);
            var begins = now.Upper & ~Before(nowLetters, _letters);
            var beginsOld = _upper & ~(_letters << 1);
            Count(TextFeature.LongUpperWords, six & ((begins << 5) | (beginsOld >> 59)));
            Count(TextFeature.TenthLetters, eight & ((two << 8) | (twoOld >> 56)));
            Count(TextFeature.WordsAfterSpace, nowLetters & Before(now.Spaces, _spaces));
            Count(TextFeature.UpperWords, begins);
            Count(TextFeature.EighthLetters, eight);
            Count(TextFeature.TwelfthLetters, eight & ((four << 8) | (fourOld >> 56)));
            Count(TextFeature.ThirdConsonants, Third(nowConsonants, _consonants));
            var behindLetter = nowLetters & ((nowLetters << 2) | (_letters >> 62));
            Count(TextFeature.Contractions, behindLetter & Before(now.Apostrophes, _apostrophes));
            Count(TextFeature.InnerSigns, behindLetter & Before(now.AsciiOther, _asciiOther) & ~Before(now.Apostrophes, _apostrophes));
        }

        if (ascii != 0)
        {
            Count(TextFeature.Digits, now.Digits);
            Count(TextFeature.Spaces, now.Spaces);
            Count(TextFeature.NewLines, now.NewLines);
            Count(TextFeature.AsciiOther, now.AsciiOther);
            Count(TextFeature.NewLinesAfterNewLine, now.NewLines & Before(now.NewLines, _newLines));
            Count(TextFeature.NewLinesAfterPunctuation, now.NewLines & Before(now.Closing, _closing));
            Count(TextFeature.SignsAfterSpace, now.AsciiOther & Before(now.Spaces, _spaces));
            var runs = now.Spaces & Before(now.Spaces, _spaces);
            Count(TextFeature.SpaceRuns, runs & ~Before(runs, _spaces & (_spaces << 1)));
            Count(TextFeature.DigitRuns, now.Digits & ~Before(now.Digits, _digits));
            Count(TextFeature.SpacesAfterSpace, runs);
            Count(TextFeature.AsciiOtherRuns, now.AsciiOther & ~Before(now.AsciiOther, _asciiOther));
        }

        if ((now.Hiragana | now.Katakana | now.Kanji) != 0)
        {
            Count(TextFeature.HiraganaRuns, now.Hiragana & ~Before(now.Hiragana, _hiragana));
            Count(TextFeature.KatakanaRuns, now.Katakana & ~Before(now.Katakana, _katakana));
            Count(TextFeature.KanjiRuns, now.Kanji & ~Before(now.Kanji, _kanji));
            Count(TextFeature.KanjiAfterHiragana, now.Kanji & Before(now.Hiragana, _hiragana));
            Count(TextFeature.HiraganaAfterKanji, now.Hiragana & Before(now.Kanji, _kanji));
            Count(TextFeature.ThirdHiragana, Third(now.Hiragana, _hiragana));
            Count(TextFeature.ThirdKatakana, Third(now.Katakana, _katakana));
            Count(TextFeature.ThirdKanji, Third(now.Kanji, _kanji));
        }

        var nowWords = nowLetters | now.Hiragana | now.Katakana | now.Kanji;
        var wordBefore = Before(nowWords, _words);
        var digitBefore = Before(now.Digits, _digits);
        Count(TextFeature.PieceEnds, wordBefore & now.Separators);
        Count(TextFeature.DigitEnds, digitBefore & ((ascii & ~now.Digits) | now.Hiragana | now.Katakana | now.Kanji));
        Count(TextFeature.SpacePieces, (now.Digits & Before(now.Spaces, _spaces)) | (now.NewLines & (wordBefore | digitBefore)));
        Count(TextFeature.PunctuationPieces, (now.Spaces | now.NewLines | now.Digits) & Before(now.Closing, _closing));
        Count(TextFeature.DigitsBesideOthers, (now.Digits & Before(now.NumberLike, _numberLike)) | (now.NumberLike & digitBefore));

        Count(TextFeature.BeyondAsciiAfterSpace, valid & ~ascii & Before(now.Spaces, _spaces));

        _letters = Align(nowLetters, valid);
        _lower = Align(now.Lower, valid);
        _upper = Align(now.Upper, valid);
        _digits = Align(now.Digits, valid);
        _spaces = Align(now.Spaces, valid);
        _newLines = Align(now.NewLines, valid);
        _asciiOther = Align(now.AsciiOther, valid);
        _hiragana = Align(now.Hiragana, valid);
        _katakana = Align(now.Katakana, valid);
        _kanji = Align(now.Kanji, valid);
        _words = Align(nowWords, valid);
        _closing = Align(now.Closing, valid);
        _numberLike = Align(now.NumberLike, valid);
        _apostrophes = Align(now.Apostrophes, valid);
        _consonants = Align(nowConsonants, valid);
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
    private static ulong InRange(Vector512<byte> bytes, byte first, byte last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create(first), Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector512<byte> bytes, byte value) =>
        Vector512.Equals(bytes, Vector512.Create(value)).ExtractMostSignificantBits();

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
        public ulong Apostrophes;
        public ulong Vowels;
    }
}

namespace LanguageRouter.Tokens;

/// <summary>What a <see cref="TextProfile"/> counts.</summary>
internal enum TextFeature
{
    /// <summary>UTF-16 units.</summary>
    Units,
    Utf8Bytes,
    Lower,
    Upper,
    Digits,
    Spaces,
    NewLines,

    /// <summary>Other ASCII: punctuation, symbols, tabs and controls.</summary>
    AsciiOther,

    /// <summary>U+0080 to U+07FF.</summary>
    TwoBytes,
    Hiragana,
    Katakana,

    /// <summary>U+4E00 to U+9FFF.</summary>
    Kanji,

    /// <summary>U+3000 to U+3040 and the middle dot U+30FB: Japanese punctuation.</summary>
    CjkPunctuation,

    /// <summary>U+FF00 to U+FFFF: full and half width forms.</summary>
    WidthForms,

    /// <summary>U+AC00 to U+D7FF.</summary>
    Hangul,

    /// <summary>Other characters of three bytes.</summary>
    OtherThreeBytes,
    Surrogates,

    /// <summary>Runs of ASCII letters, counted where they begin; likewise the runs below.</summary>
    WordStarts,

    /// <summary>ASCII letters that are at least the fourth of a run.</summary>
    FourthLetters,
    EighthLetters,
    TwelfthLetters,
    LowerToUpper,
    UpperAfterUpper,
    DigitRuns,
    HiraganaRuns,
    KatakanaRuns,
    KanjiRuns,
    ThirdHiragana,
    ThirdKatakana,
    ThirdKanji,
    SpacesAfterSpace,
    AsciiOtherRuns,

    /// <summary>Letters followed by what ends their piece for certain.</summary>
    PieceEnds,

    /// <summary>ASCII digits followed by what is no number for certain.</summary>
    DigitEnds,

    /// <summary>Spaces before a digit, and new lines after a letter or digit: pieces of white space.</summary>
    SpacePieces,

    /// <summary>Punctuation before a space, new line or digit.</summary>
    PunctuationPieces,

    /// <summary>ASCII digits beside what may be another number.</summary>
    DigitsBesideOthers,

    /// <summary>Characters beyond ASCII after a space, where both tokenizers may split a character.</summary>
    BeyondAsciiAfterSpace,

    /// <summary>U+2000 to U+2BFF: dashes, quotation marks, arrows, mathematical and other symbols.</summary>
    Symbols,

    /// <summary>Hiragana that are mostly particles: の は を に が と で も.</summary>
    Particles,

    /// <summary>Hiragana that are mostly endings: い う し す た て な る ま れ ん.</summary>
    Endings,

    /// <summary>The long vowel mark.</summary>
    LongVowels,
    KanjiAfterHiragana,
    HiraganaAfterKanji,
    NewLinesAfterPunctuation,
    NewLinesAfterNewLine,
    WordsAfterSpace,
    UpperWords,

    /// <summary>Runs of two or more spaces.</summary>
    SpaceRuns,
    SecondLetters,
    ThirdLetters,
    FifthLetters,

    /// <summary>Words of six or more letters that begin with an upper one: names, mostly.</summary>
    LongUpperWords,
    SixthLetters,
    TenthLetters,

    /// <summary>The lower letters j k q v x z.</summary>
    RareLetters,
    Underscores,
    Brackets,
    Quotes,
    Stops,
    LoneSurrogates,

    /// <summary>Letters behind an apostrophe behind a letter: contractions.</summary>
    Contractions,

    /// <summary>Letters behind another sign behind a letter: hyphens, dots and slashes within what is written as one.</summary>
    InnerSigns,

    /// <summary>Signs behind a space, which one token may hold.</summary>
    SignsAfterSpace,

    /// <summary>The lower letters a e i o u.</summary>
    Vowels,

    /// <summary>Letters that are at least the third of a run without a lower vowel: abbreviations and foreign names.</summary>
    ThirdConsonants,

    /// <summary>The most tokens that o200k_base can make of the characters beyond ASCII and the surrogates, summed.</summary>
    O200kWeight,

    /// <summary>Likewise of cl100k_base.</summary>
    Cl100kWeight,

    /// <summary>The least tokens that o200k_base makes of the characters beyond ASCII, summed, in sevenths.</summary>
    O200kLeast,

    /// <summary>Likewise of cl100k_base.</summary>
    Cl100kLeast,

    /// <summary>The number of features.</summary>
    Count,
}

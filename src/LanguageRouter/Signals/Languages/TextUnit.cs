namespace LanguageRouter.Signals.Languages;

/// <summary>A sentence, line, quotation or (in the middle of long texts) a block, with its letters by script.</summary>
internal struct TextUnit
{
    public int Start;
    public int End;
    public int Hiragana;
    public int Katakana;
    public int Han;
    public int Latin;
    public int Hangul;

    /// <summary>Letters of other scripts; <see cref="OtherScript"/> says which, by the latest one seen.</summary>
    public int Other;
    public int CodeSigns;
    public LetterScript OtherScript;
    public bool Quoted;

    /// <summary>Ends in a colon or stands before a line end.</summary>
    public char Terminator;

    /// <summary>The unit's language, as an index into <see cref="LanguageTable"/>.</summary>
    public byte Language;

    /// <summary>The language of Latin words inside a unit of another script.</summary>
    public byte LatinLanguage;

    public float Confidence;

    /// <summary>Log odds of Japanese against Chinese by its Han characters; 0 where they were not looked at.</summary>
    public float JapaneseOdds;

    /// <summary>Log odds of traditional against simplified characters.</summary>
    public float TraditionalOdds;

    public readonly int Letters => Hiragana + Katakana + Han + Latin + Hangul + Other;

    public readonly int Kana => Hiragana + Katakana;
}

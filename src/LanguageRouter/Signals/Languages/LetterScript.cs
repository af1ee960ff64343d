namespace LanguageRouter.Signals.Languages;

/// <summary>The scripts beyond ASCII, kana, common Han and Hangul that letters may belong to.</summary>
internal enum LetterScript : byte
{
    /// <summary>Not a letter.</summary>
    None,
    Latin,
    Kana,
    Han,
    Hangul,
    Bopomofo,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Myanmar,
    Georgian,
    Armenian,
    Ethiopic,
    Khmer,
    Mongolian,

    /// <summary>A letter of a script that is not told apart.</summary>
    Unlisted,
}

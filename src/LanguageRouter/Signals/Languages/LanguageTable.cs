namespace LanguageRouter.Signals.Languages;

/// <summary>The languages by a small index, so that evidence can be counted in arrays and bit sets.</summary>
internal static class LanguageTable
{
    public const byte Undetermined = 0;
    public const byte Japanese = 1;
    public const byte English = 2;
    public const byte ChineseSimplified = 3;
    public const byte ChineseTraditional = 4;
    public const byte Korean = 5;
    public const byte Romaji = 6;
    public const byte UndeterminedLatin = 7;
    public const byte UndeterminedHan = 8;
    public const byte FirstLatin = 9;

    /// <summary>Afrikaans, the last of the named Latin-script languages.</summary>
    public const byte LastLatin = 32;

    private static readonly string[] Tags =
    [
        LanguageTags.Undetermined, LanguageTags.Japanese, LanguageTags.English, LanguageTags.ChineseSimplified, LanguageTags.ChineseTraditional,
        LanguageTags.Korean, LanguageTags.Romaji, LanguageTags.UndeterminedLatin, LanguageTags.UndeterminedHan,
        "es", "fr", "de", "it", "pt", "nl", "id", "vi", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ro", "hu", "sw", "tl", "ca", "hr", "lt", "et", "af",
        "ru", "uk", "sr", "und-Cyrl", "el", "ar", "fa", "ur", "he", "hi", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "th", "lo", "bo", "my", "ka", "hy", "am", "km", "mn",
    ];

    public static int Count => Tags.Length;

    public static string Tag(byte language) => Tags[language];

    public static byte Of(string tag)
    {
        var index = Array.IndexOf(Tags, tag);
        return index >= 0 ? (byte)index : throw new ArgumentException($"The language '{tag}' is not in the table.", nameof(tag));
    }

    public static bool IsChinese(byte language) => language is ChineseSimplified or ChineseTraditional;

    /// <summary>Says whether a language is written in Latin letters.</summary>
    public static bool IsLatin(byte language) => language is English or Romaji or UndeterminedLatin || language is >= FirstLatin and <= LastLatin;

    /// <summary>Gets the language that a script beyond Latin, Han and kana stands for.</summary>
    public static byte OfScript(LetterScript script) => ByScript[(int)script];

    private static readonly byte[] ByScript = BuildByScript();

    private static byte[] BuildByScript()
    {
        var table = new byte[(int)LetterScript.Unlisted + 1];
        ReadOnlySpan<(LetterScript Script, string Tag)> pairs =
        [
            (LetterScript.Latin, LanguageTags.UndeterminedLatin), (LetterScript.Kana, LanguageTags.Japanese), (LetterScript.Han, LanguageTags.UndeterminedHan),
            (LetterScript.Hangul, LanguageTags.Korean), (LetterScript.Bopomofo, LanguageTags.ChineseTraditional), (LetterScript.Cyrillic, "und-Cyrl"), (LetterScript.Greek, "el"),
            (LetterScript.Arabic, "ar"), (LetterScript.Hebrew, "he"), (LetterScript.Devanagari, "hi"), (LetterScript.Bengali, "bn"), (LetterScript.Gurmukhi, "pa"),
            (LetterScript.Gujarati, "gu"), (LetterScript.Tamil, "ta"), (LetterScript.Telugu, "te"), (LetterScript.Kannada, "kn"), (LetterScript.Malayalam, "ml"),
            (LetterScript.Sinhala, "si"), (LetterScript.Thai, "th"), (LetterScript.Lao, "lo"), (LetterScript.Tibetan, "bo"), (LetterScript.Myanmar, "my"),
            (LetterScript.Georgian, "ka"), (LetterScript.Armenian, "hy"), (LetterScript.Ethiopic, "am"), (LetterScript.Khmer, "km"), (LetterScript.Mongolian, "mn"),
        ];
        foreach (var (script, tag) in pairs)
        {
            table[(int)script] = Of(tag);
        }

        return table;
    }
}

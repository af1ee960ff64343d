namespace LanguageRouter.Signals.Languages;

/// <summary>The BCP 47 tags that detection answers with.</summary>
internal static class LanguageTags
{
    public const string Undetermined = DetectedLanguage.Undetermined;
    public const string Japanese = "ja";
    public const string Romaji = "ja-Latn";
    public const string English = "en";
    public const string Korean = "ko";
    public const string ChineseSimplified = "zh-Hans";
    public const string ChineseTraditional = "zh-Hant";
    public const string UndeterminedLatin = "und-Latn";

    /// <summary>Han characters that the evidence gives to no language; reported as undetermined.</summary>
    public const string UndeterminedHan = "und-Hani";

    /// <summary>Gets the primary subtag, so that <c>zh-Hans</c> and <c>zh-TW</c> are both <c>zh</c>.</summary>
    public static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOf('-');
        return end < 0 ? tag : tag[..end];
    }
}

namespace LanguageRouter.Paths.Translation;

/// <summary>Compares BCP 47 tags by their language.</summary>
internal static class LanguageTags
{
    /// <summary>Gets the language subtag: <c>en</c> of <c>en-GB</c>.</summary>
    public static string Primary(string tag)
    {
        var end = tag.IndexOf('-', StringComparison.Ordinal);
        return end < 0 ? tag : tag[..end];
    }

    public static bool SameLanguage(string left, string right) =>
        string.Equals(Primary(left), Primary(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the English name by which a prompt names a language; the tag itself where none is known.</summary>
    public static string EnglishName(string tag) => Primary(tag) switch
    {
        "ja" => "Japanese",
        "en" => "English",
        "zh" => tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) ? "Traditional Chinese" : "Simplified Chinese",
        "ko" => "Korean",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        _ => tag,
    };
}

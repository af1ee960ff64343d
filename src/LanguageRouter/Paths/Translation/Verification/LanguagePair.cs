namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>What the checks ask about the languages of a translation, found out once for all its sentences.</summary>
internal sealed class LanguagePair(string source, string target)
{
    /// <summary>Gets the script of the source language.</summary>
    public TextScript SourceScript { get; } = ScriptOf(source);

    /// <summary>Gets the script of the target language.</summary>
    public TextScript TargetScript { get; } = ScriptOf(target);

    /// <summary>Gets a value indicating whether the source is Japanese.</summary>
    public bool FromJapanese { get; } = LanguageTags.SameLanguage(source, "ja");

    /// <summary>Gets a value indicating whether the target is English.</summary>
    public bool ToEnglish { get; } = LanguageTags.SameLanguage(target, "en");

    /// <summary>Gets a value indicating whether the two are Japanese and English, in either direction.</summary>
    public bool IsJapaneseAndEnglish { get; } =
        (LanguageTags.SameLanguage(source, "ja") && LanguageTags.SameLanguage(target, "en")) || (LanguageTags.SameLanguage(source, "en") && LanguageTags.SameLanguage(target, "ja"));

    private static TextScript ScriptOf(string tag) => LanguageTags.Primary(tag).ToLowerInvariant() switch
    {
        "ja" or "zh" or "ko" => TextScript.Wide,
        "en" or "de" or "fr" or "es" or "it" or "pt" or "nl" or "id" or "vi" or "pl" or "sv" or "tr" => TextScript.Latin,
        _ => TextScript.Other,
    };
}

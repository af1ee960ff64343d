namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>The kinds of script that the checks tell apart.</summary>
internal enum TextScript
{
    /// <summary>A script of which nothing is known here.</summary>
    Other,

    /// <summary>Latin letters.</summary>
    Latin,

    /// <summary>Kana, kanji, hangul.</summary>
    Wide,
}

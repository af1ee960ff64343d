namespace LanguageRouter.Signals.Languages;

/// <summary>What a text holds besides prose.</summary>
[Flags]
internal enum EmbeddedContent
{
    /// <summary>Prose only.</summary>
    None = 0,

    /// <summary>Code: fenced, inline, or lines that read as code.</summary>
    Code = 1,

    /// <summary>A JSON object or array.</summary>
    Json = 2,

    /// <summary>XML or HTML tags.</summary>
    Markup = 4,

    /// <summary>LaTeX formulas.</summary>
    Latex = 8,

    /// <summary>A URL or an e-mail address.</summary>
    Address = 16,

    /// <summary>Kana or Han characters inside code or JSON: literals, keys or comments.</summary>
    JapaneseLiterals = 32,
}

namespace LanguageRouter.Paths;

/// <summary>What one leg of a route is for.</summary>
public enum LegKind
{
    /// <summary>Translating the request for the answering model.</summary>
    TranslateIn,

    /// <summary>The answer itself.</summary>
    Answer,

    /// <summary>Translating the answer for the user.</summary>
    TranslateOut,
}

namespace LanguageRouter.Signals.Tasks;

/// <summary>What the name of a language means by itself.</summary>
internal enum LanguageNameUse
{
    /// <summary>A language; the words around it say whether it is asked for.</summary>
    Language,

    /// <summary>A translation into it (英訳).</summary>
    TranslationInto,

    /// <summary>A whole request for it.</summary>
    Request,
}

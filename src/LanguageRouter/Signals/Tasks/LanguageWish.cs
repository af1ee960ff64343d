namespace LanguageRouter.Signals.Tasks;

/// <summary>How directly a language is asked for.</summary>
internal enum LanguageWish
{
    /// <summary>Only mentioned, or refused.</summary>
    None,

    /// <summary>Something is to be written or said in it.</summary>
    Writing,

    /// <summary>Something is to be translated into it.</summary>
    Translation,

    /// <summary>The answer is to be in it.</summary>
    Answer,
}

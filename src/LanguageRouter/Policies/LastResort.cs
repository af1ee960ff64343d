namespace LanguageRouter.Policies;

/// <summary>Which routes below the quality floor may serve once every eligible route has failed before its output.</summary>
public enum LastResort
{
    /// <summary>Those that the floor excluded because nobody has compared their model with the default route's. What is known to be worse stays out.</summary>
    Uncompared,

    /// <summary>Every route that only the floor excluded.</summary>
    Any,

    /// <summary>None: the caller gets the error.</summary>
    Never,
}

namespace LanguageRouter.Routes;

/// <summary>The path on which a route answers a request.</summary>
public enum RouteKind
{
    /// <summary>A model is asked in the user's own language.</summary>
    Direct,

    /// <summary>A model is asked in English, behind translation in both directions.</summary>
    Translated,

    /// <summary>A model is reached through a tokenizer and adapter suited to the user's language.</summary>
    Adapted,
}

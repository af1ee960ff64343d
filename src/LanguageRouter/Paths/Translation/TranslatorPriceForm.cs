namespace LanguageRouter.Paths.Translation;

/// <summary>What a translator bills.</summary>
public enum TranslatorPriceForm
{
    /// <summary>Tokens, as its usage reports them.</summary>
    Tokens,

    /// <summary>Characters of the text that is sent.</summary>
    Characters,

    /// <summary>Nothing: it runs on the user's own machines.</summary>
    Free,
}

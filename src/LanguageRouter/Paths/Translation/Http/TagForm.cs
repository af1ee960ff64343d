namespace LanguageRouter.Paths.Translation.Http;

/// <summary>How a service is shown what it must not translate.</summary>
internal enum TagForm
{
    /// <summary>Empty XML elements, which it moves with the words.</summary>
    Xml,

    /// <summary>HTML spans that are marked as not to be translated.</summary>
    Html,
}

namespace LanguageRouter.Signals;

/// <summary>The form in which a request wants its answer.</summary>
public enum ResponseFormat
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>JSON after a schema.</summary>
    JsonSchema,
}

namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Says which string values of a JSON text are prose.</summary>
internal interface IJsonTextSelector
{
    bool IsText(JsonPath path);
}

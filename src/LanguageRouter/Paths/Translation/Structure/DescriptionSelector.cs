namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Finds the descriptions in a JSON schema: what a model reads about tools, parameters and answers. Names and literals are no prose.</summary>
internal sealed class DescriptionSelector : IJsonTextSelector
{
    public static DescriptionSelector Instance { get; } = new();

    public bool IsText(JsonPath path)
    {
        var isName = false;
        string? last = null;
        foreach (var name in path.Names)
        {
            // Below these stand values that an answer repeats, unless a property has such a name.
            if (!isName && name is "default" or "examples" or "const" or "enum")
            {
                return false;
            }

            last = isName ? null : name;
            isName = !isName && name is "properties" or "$defs" or "definitions" or "patternProperties";
        }

        return last == "description";
    }
}

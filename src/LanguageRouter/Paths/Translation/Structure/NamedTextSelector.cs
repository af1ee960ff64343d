namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Finds prose by the names of the properties that hold it.</summary>
internal sealed class NamedTextSelector(IReadOnlySet<string> names) : IJsonTextSelector
{
    public bool IsText(JsonPath path) => path.Property is { } name && names.Contains(name);
}

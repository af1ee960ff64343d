using System.Text.Json;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Finds prose by a JSON schema: strings without enumeration, constant, format or pattern.</summary>
internal sealed class SchemaTextSelector(JsonElement schema) : IJsonTextSelector
{
    public bool IsText(JsonPath path)
    {
        JsonElement? node = Resolve(schema);
        foreach (var name in path.Names)
        {
            node = node is null ? null : Child(node.Value, name);
        }

        return node is { } found && IsText(found);
    }

    /// <summary>Whether a schema has names, enumerations or constants in Japanese that an answer must repeat literally.</summary>
    public static bool HasWideLiterals(JsonElement node)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Array:
                return node.EnumerateArray().Any(HasWideLiterals);
            case JsonValueKind.Object:
                foreach (var member in node.EnumerateObject())
                {
                    var literal = member.Name is "enum" or "const" or "pattern" or "required";
                    if ((literal && Strings(member.Value).Any(IsWide)) || (member.Name == "properties" && member.Value.ValueKind == JsonValueKind.Object && member.Value.EnumerateObject().Any(p => IsWide(p.Name))))
                    {
                        return true;
                    }

                    if (!literal && HasWideLiterals(member.Value))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private JsonElement? Child(JsonElement node, string name)
    {
        foreach (var option in Options(node))
        {
            if (option.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (name == JsonPath.Item)
            {
                if (option.TryGetProperty("items", out var items))
                {
                    return Resolve(items);
                }
            }
            else if (option.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property))
            {
                return Resolve(property);
            }
        }

        return null;
    }

    private bool IsText(JsonElement node) => Options(node).Any(o =>
        o.ValueKind == JsonValueKind.Object && IsString(o)
        && !o.TryGetProperty("enum", out _) && !o.TryGetProperty("const", out _) && !o.TryGetProperty("format", out _) && !o.TryGetProperty("pattern", out _));

    private static bool IsString(JsonElement node) => node.TryGetProperty("type", out var type)
        && (type.ValueKind == JsonValueKind.String ? type.ValueEquals("string") : type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.ValueEquals("string")));

    private IEnumerable<JsonElement> Options(JsonElement node)
    {
        yield return node;
        if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var keyword in new[] { "anyOf", "oneOf", "allOf" })
            {
                if (node.TryGetProperty(keyword, out var options) && options.ValueKind == JsonValueKind.Array)
                {
                    foreach (var option in options.EnumerateArray())
                    {
                        yield return Resolve(option) ?? option;
                    }
                }
            }
        }
    }

    // "#/$defs/name"; a chain of references ends after a few steps.
    private JsonElement? Resolve(JsonElement node)
    {
        for (var step = 0; step < 8 && node.ValueKind == JsonValueKind.Object && node.TryGetProperty("$ref", out var reference); step++)
        {
            var target = schema;
            foreach (var name in (reference.GetString() ?? "").TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(name, out target))
                {
                    return null;
                }
            }

            node = target;
        }

        return node;
    }

    private static IEnumerable<string> Strings(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    private static bool IsWide(string text)
    {
        foreach (var c in text)
        {
            if (Characters.IsJapanese(c) || Characters.IsHangul(c))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LanguageRouter.Policies;

namespace LanguageRouter.Tool.Tests.Schema;

/// <summary>Makes the JSON Schema of the settings from the option classes and their documentation, so that neither can say what the other does not.</summary>
internal sealed class SchemaGenerator
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _documentation;
    private readonly JsonObject _definitions = [];

    private SchemaGenerator(string documentationFile) =>
        _documentation = XDocument.Load(documentationFile).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, Summary, StringComparer.Ordinal);

    public static string Generate()
    {
        var generator = new SchemaGenerator(Path.ChangeExtension(typeof(RoutingOptions).Assembly.Location, ".xml"));
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Settings of LanguageRouter",
            ["description"] = "The section LanguageRouter of an application's settings, or a file with policies of tenants alone (Tenants at its root).",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [RoutingOptions.SectionName] = generator.Reference(typeof(RoutingOptions)),
                ["Tenants"] = generator.Map(typeof(RoutingPolicyOptions)),
            },
            ["$defs"] = generator._definitions,
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private JsonObject Reference(Type type)
    {
        if (!_definitions.ContainsKey(type.Name))
        {
            var definition = new JsonObject { ["type"] = "object", ["description"] = _documentation.GetValueOrDefault($"T:{type.FullName}", "") };
            _definitions[type.Name] = definition;
            var properties = new JsonObject();
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var schema = Of(property.PropertyType);
                schema["description"] = _documentation.GetValueOrDefault($"P:{type.FullName}.{property.Name}", "");
                properties[property.Name] = schema;
            }

            if (type == typeof(ModelOptions))
            {
                properties["Client"] = new JsonObject { ["type"] = "object", ["description"] = "How the model is reached; read by the package LanguageRouter.OpenAI (docs/openai.md)." };
            }

            definition["properties"] = properties;
            definition["additionalProperties"] = false;
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{type.Name}" };
    }

    private JsonObject Of(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? Simple("string")
            : type == typeof(bool) ? Simple("boolean")
            : type == typeof(int) || type == typeof(long) ? Simple("integer")
            : type == typeof(double) || type == typeof(decimal) ? Simple("number")
            : type == typeof(TimeSpan) ? new JsonObject { ["type"] = "string", ["pattern"] = @"^(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$" }
            : type.IsEnum ? type.IsDefined(typeof(FlagsAttribute)) ? Array(Enumeration(type)) : Enumeration(type)
            : type == typeof(TokenizerOptions) ? new JsonObject { ["anyOf"] = new JsonArray(Simple("string"), Reference(type)) }
            : Generic(type, typeof(IDictionary<,>)) is { } map ? Map(map[1])
            : Generic(type, typeof(IList<>)) is { } list ? Array(Of(list[0]))
            : typeof(IEnumerable).IsAssignableFrom(type) ? throw new NotSupportedException($"{type} has no form in the schema.")
            : Reference(type);
    }

    private JsonObject Map(Type value) => new() { ["type"] = "object", ["additionalProperties"] = Of(value) };

    private static JsonObject Array(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Simple(string type) => new() { ["type"] = type };

    private static JsonObject Enumeration(Type type) => new()
    {
        ["enum"] = new JsonArray([.. Enum.GetNames(type)
            .Where(name => !type.IsDefined(typeof(FlagsAttribute)) || Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture) != 0)
            .Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name))]),
    };

    private static Type[]? Generic(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments() : null;

    // "Gets or sets the …" becomes "The …".
    private static string Summary(XElement member)
    {
        var words = string.Concat(member.Element("summary")?.Nodes().Select(Words) ?? []);
        var text = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var opening = ((string[])["Gets or sets ", "Gets ", "Represents "]).FirstOrDefault(opening => text.StartsWith(opening, StringComparison.Ordinal));
        text = text[(opening?.Length ?? 0)..];
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Words(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("langword")?.Value ?? see.Attribute("cref")!.Value.Split('.')[^1],
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    };
}

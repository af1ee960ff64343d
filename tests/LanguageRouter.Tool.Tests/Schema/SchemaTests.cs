using System.Text.Json;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests.Schema;

public sealed class SchemaTests
{
    /// <summary>The variable that has the published schema written again, after the option classes have changed.</summary>
    private const string Update = "UPDATE_SCHEMA";

    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static string Published => Path.Combine(TestFiles.Root, "docs", "language-router.schema.json");

    [Fact]
    public void The_published_schema_is_that_of_the_option_classes()
    {
        var schema = SchemaGenerator.Generate();
        if (Environment.GetEnvironmentVariable(Update) is "1")
        {
            File.WriteAllText(Published, schema);
        }

        Assert.True(schema == File.ReadAllText(Published), $"docs/language-router.schema.json is out of date. Fix: run this test once with {Update}=1, and build again.");
    }

    [Fact]
    public async Task The_tool_prints_it()
    {
        var run = await ToolRun.OfAsync("policy", "schema");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("object", run.Json.GetProperty("type").GetString());
        Assert.True(run.Json.GetProperty("$defs").GetProperty("RoutingPolicyOptions").GetProperty("properties").TryGetProperty("QualityFloor", out _));
    }

    [Fact]
    public void Every_sample_stays_within_it()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Published));
        var checkedFiles = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(TestFiles.Root, "samples"), "*.json", SearchOption.AllDirectories))
        {
            using var settings = JsonDocument.Parse(File.ReadAllText(file), WithComments);
            if (settings.RootElement.TryGetProperty("LanguageRouter", out var section))
            {
                checkedFiles++;
                Check(schema.RootElement, schema.RootElement.GetProperty("$defs").GetProperty("RoutingOptions"), section, Path.GetFileName(file));
            }
        }

        Assert.True(checkedFiles > 0);
    }

    // As much of JSON Schema as the published one uses.
    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("anyOf", out var forms))
        {
            schema = value.ValueKind == JsonValueKind.String ? forms[0] : forms[1];
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (schema.TryGetProperty("enum", out var names))
        {
            Assert.True(names.EnumerateArray().Any(name => name.GetString() == value.GetString()), $"{path} is '{value}'");
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Check(root, schema.GetProperty("items"), item, path);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && path.Split(':')[^1] != "Client")
        {
            foreach (var property in value.EnumerateObject())
            {
                var known = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var stated) ? stated
                    : schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? others
                    : default;
                Assert.True(known.ValueKind == JsonValueKind.Object, $"{path}:{property.Name} is not in the schema");
                Check(root, known, property.Value, $"{path}:{property.Name}");
            }
        }
    }
}

using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Input;

/// <summary>Reads what a request body in the form of OpenAI's API says beside its messages, as far as a decision depends on it.</summary>
internal static class RequestBodyParser
{
    /// <summary>Reads tools, the answer's form and its limit; null where there are none.</summary>
    public static ChatOptions? Parse(JsonElement body)
    {
        var tools = Tools(body);
        var format = Format(body);
        var limit = Limit(body, "max_completion_tokens") ?? Limit(body, "max_tokens");
        return tools is null && format is null && limit is null ? null : new ChatOptions { Tools = tools, ResponseFormat = format, MaxOutputTokens = limit };
    }

    private static List<AITool>? Tools(JsonElement body)
    {
        if (!TryGet(body, "tools", out var tools))
        {
            return null;
        }

        if (tools.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException($"tools is {PromptLineParser.Kind(tools)}. Fix: it is an array of tools.");
        }

        var list = tools.EnumerateArray().Select((tool, i) => Tool(tool, $"tools[{i}]")).ToList<AITool>();
        return list.Count == 0 ? null : list;
    }

    // The function is an object of its own in chat completions, and the tool itself in responses.
    private static AIFunctionDeclaration Tool(JsonElement tool, string where)
    {
        if (tool.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{where} is {PromptLineParser.Kind(tool)}. Fix: it is a tool {{\"type\": \"function\", \"function\": ...}}.");
        }

        var function = TryGet(tool, "function", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : tool;
        var name = Text(function, "name") ?? Text(tool, "type") ?? throw new FormatException($"{where} has no name. Fix: name its function.");
        var schema = TryGet(function, "parameters", out var parameters) ? parameters.Clone() : default;
        return AIFunctionFactory.CreateDeclaration(name, Text(function, "description"), schema.ValueKind == JsonValueKind.Object ? schema : EmptySchema);
    }

    private static ChatResponseFormatJson? Format(JsonElement body)
    {
        if (!TryGet(body, "response_format", out var format) || format.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Text(format, "type") switch
        {
            "json_object" => ChatResponseFormat.Json,
            "json_schema" when TryGet(format, "json_schema", out var named) && named.ValueKind == JsonValueKind.Object && TryGet(named, "schema", out var schema) =>
                ChatResponseFormat.ForJsonSchema(schema.Clone(), Text(named, "name"), Text(named, "description")),
            "json_schema" => throw new FormatException("response_format has no json_schema.schema. Fix: write the schema there."),
            _ => null,
        };
    }

    private static int? Limit(JsonElement body, string name) =>
        !TryGet(body, name, out var limit) ? null
        : limit.ValueKind == JsonValueKind.Number && limit.TryGetInt32(out var tokens) && tokens > 0 ? tokens
        : throw new FormatException($"{name} is {limit.GetRawText()}. Fix: write a whole number above 0.");

    private static JsonElement EmptySchema { get; } = JsonDocument.Parse("{}").RootElement;

    private static bool TryGet(JsonElement element, string name, out JsonElement value) =>
        element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Input;

/// <summary>Reads a chat message in the form of OpenAI's API: a role, and a content that is a text, an array of parts, or null.</summary>
internal static class MessageParser
{
    public static ChatMessage Parse(JsonElement message, string where)
    {
        var role = Role(message, where);
        var contents = new List<AIContent>();
        if (message.TryGetProperty("content", out var content))
        {
            AddContent(content, contents, $"{where}.content");
        }
        else if (!message.TryGetProperty("tool_calls", out _))
        {
            throw new FormatException($"{where} has no content. Fix: write its text as \"content\".");
        }

        AddToolCalls(message, contents);
        if (role == ChatRole.Tool)
        {
            contents = [new FunctionResultContent(Text(message, "tool_call_id") ?? "", string.Concat(contents.OfType<TextContent>().Select(part => part.Text)))];
        }

        return new ChatMessage(role, contents);
    }

    private static ChatRole Role(JsonElement message, string where) => Text(message, "role") switch
    {
        "user" => ChatRole.User,
        "assistant" => ChatRole.Assistant,
        "system" or "developer" => ChatRole.System,
        "tool" or "function" => ChatRole.Tool,
        null => throw new FormatException($"{where} has no role. Fix: write system, user, assistant or tool."),
        var other => throw new FormatException($"{where}.role is '{other}'. Fix: write system, user, assistant or tool."),
    };

    private static void AddContent(JsonElement content, List<AIContent> contents, string where)
    {
        switch (content.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                contents.Add(new TextContent(content.GetString()));
                break;
            case JsonValueKind.Array:
                var i = 0;
                foreach (var part in content.EnumerateArray())
                {
                    contents.Add(Part(part, $"{where}[{i++}]"));
                }

                break;
            default:
                throw new FormatException($"{where} is {PromptLineParser.Kind(content)}. Fix: it is a text or an array of parts.");
        }
    }

    private static AIContent Part(JsonElement part, string where)
    {
        if (part.ValueKind == JsonValueKind.String)
        {
            return new TextContent(part.GetString());
        }

        if (part.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{where} is {PromptLineParser.Kind(part)}. Fix: it is a text or an object with a type.");
        }

        // Only that there is an image, a sound or a file matters here; none of it is decoded.
        return Text(part, "type") switch
        {
            "text" or "input_text" or "output_text" => new TextContent(Text(part, "text") ?? throw new FormatException($"{where} has no text. Fix: write it as \"text\".")),
            "refusal" => new TextContent(Text(part, "refusal") ?? ""),
            "image_url" or "input_image" or "image" => new DataContent(ReadOnlyMemory<byte>.Empty, "image/png"),
            "input_audio" or "audio" => new DataContent(ReadOnlyMemory<byte>.Empty, "audio/wav"),
            "file" or "input_file" => new DataContent(ReadOnlyMemory<byte>.Empty, "application/octet-stream"),
            null => throw new FormatException($"{where} has no type. Fix: write {{\"type\": \"text\", \"text\": ...}}."),
            var other => throw new FormatException($"{where}.type is '{other}'. Fix: use text, image_url, input_audio or file."),
        };
    }

    private static void AddToolCalls(JsonElement message, List<AIContent> contents)
    {
        if (!message.TryGetProperty("tool_calls", out var calls) || calls.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var call in calls.EnumerateArray().Where(call => call.ValueKind == JsonValueKind.Object))
        {
            var name = call.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object ? Text(function, "name") : null;
            contents.Add(new FunctionCallContent(Text(call, "id") ?? "", name ?? "function"));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Input;

/// <summary>Reads the request of an input line: a prompt, user turns, or messages.</summary>
internal static class PromptLineParser
{
    /// <summary>Parses a line.</summary>
    /// <exception cref="FormatException">The line cannot be read; the message says what is wrong and how to fix it.</exception>
    public static PromptLine Parse(in InputLine line, InputFields fields)
    {
        if (line.IsTooLong)
        {
            throw new FormatException($"The line is longer than {LineReader.MaxLineBytes / (1024 * 1024)} MiB. Fix: write one JSON object a line.");
        }

        if (!Utf8.IsValid(line.Utf8.Span))
        {
            throw new FormatException("The line is not UTF-8. Fix: save the file as UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(line.Utf8);
            return Read(document.RootElement, line.Number, fields);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The line is no JSON object: {exception.Message} Fix: write one JSON object a line.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The one thing that valid JSON can escape and a string cannot hold as Unicode text.
            throw new FormatException("The line has a lone surrogate (an escaped half of a character). Fix: write the whole character.", exception);
        }
    }

    private static PromptLine Read(JsonElement root, int number, InputFields fields)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"The line is {Kind(root)}, not a JSON object. Fix: write {{\"id\": ..., \"prompt\": ...}}.");
        }

        var id = ReadId(root, number, fields);
        var (value, holder, name) = FindText(root, fields);
        return new PromptLine(id, ReadMessages(value, name), IsMessages(value) ? RequestBodyParser.Parse(holder) : null);
    }

    private static PromptId ReadId(JsonElement root, int number, InputFields fields)
    {
        var name = fields.Id ?? InputFields.DefaultId;
        if (!JsonPath.TryFind(root, name, out var id) || id.ValueKind == JsonValueKind.Null)
        {
            return fields.Id is null ? PromptId.OfLine(number) : throw Missing(root, [name], "--id-field");
        }

        return PromptId.Of(id) ?? throw new FormatException($"Field '{name}' is {Kind(id)}. Fix: the identifier is a string or a number.");
    }

    private static (JsonElement Value, JsonElement Holder, string Name) FindText(JsonElement root, InputFields fields)
    {
        IReadOnlyList<string> names = fields.Text is { } one ? [one] : InputFields.DefaultTexts;
        foreach (var name in names)
        {
            if (JsonPath.TryFind(root, name, out var value, out var holder) && value.ValueKind != JsonValueKind.Null)
            {
                return (value, holder, name);
            }
        }

        throw Missing(root, names, "--field");
    }

    // Only beside messages is a field such as "tools" known to mean what it means in a request body.
    private static bool IsMessages(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object);

    private static List<ChatMessage> ReadMessages(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => [new ChatMessage(ChatRole.User, value.GetString())],
        JsonValueKind.Array => [.. value.EnumerateArray().Select((item, i) => ReadMessage(item, $"{name}[{i}]"))],
        _ => throw new FormatException($"Field '{name}' is {Kind(value)}. Fix: it holds a text, an array of user turns, or an array of messages."),
    };

    // An array of texts is the user's turns in their order; what was answered between them is not known.
    private static ChatMessage ReadMessage(JsonElement item, string where) => item.ValueKind switch
    {
        JsonValueKind.String => new ChatMessage(ChatRole.User, item.GetString()),
        JsonValueKind.Object => MessageParser.Parse(item, where),
        _ => throw new FormatException($"{where} is {Kind(item)}. Fix: it is a text or a message {{\"role\": ..., \"content\": ...}}."),
    };

    private static FormatException Missing(JsonElement root, IReadOnlyList<string> names, string option)
    {
        var present = root.EnumerateObject().Select(property => property.Name).ToList();
        return new FormatException(
            $"The line has no field {string.Join(" or ", names.Select(name => $"'{name}'"))}; it has {(present.Count == 0 ? "none" : string.Join(", ", present))}. Fix: name the field with {option}.");
    }

    internal static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };
}

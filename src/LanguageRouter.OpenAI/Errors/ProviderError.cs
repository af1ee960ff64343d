using System.Text.Json;

namespace LanguageRouter.OpenAI.Errors;

/// <summary>What an endpoint says about an error, in any of the shapes that endpoints of this protocol use.</summary>
/// <param name="Status">A status written in the body; null where there is none.</param>
/// <param name="Code">The error code, such as <c>context_length_exceeded</c>.</param>
/// <param name="Type">The error type, such as <c>exceed_context_size_error</c>.</param>
/// <param name="Message">The message for people.</param>
internal readonly record struct ProviderError(int? Status, string? Code, string? Type, string? Message)
{
    /// <summary>The code, else the type, where it is a word of a closed list and no sentence; null for anything longer or stranger.</summary>
    public string? Word => IsWord(Code) ? Code : IsWord(Type) ? Type : null;

    /// <summary>Reads the body of an error response; an empty value where it has no such shape.</summary>
    public static ProviderError FromBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;

            // Gemini wraps the object in an array.
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            {
                root = root[0];
            }

            return root.ValueKind != JsonValueKind.Object ? default
                : root.TryGetProperty("error", out var error) ? Read(error, root)
                : Read(root, root);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Reads the value of a member <c>error</c>.</summary>
    public static ProviderError FromError(BinaryData error)
    {
        try
        {
            using var document = JsonDocument.Parse(error.ToMemory());
            return Read(document.RootElement, default);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // The error is an object (most), or a text beside a type (Text Generation Inference), or the whole body (older vLLM, Azure's gateway).
    private static ProviderError Read(JsonElement error, JsonElement root)
    {
        if (error.ValueKind == JsonValueKind.String)
        {
            return new(null, null, Text(root, "error_type") ?? Text(root, "type"), error.GetString());
        }

        var code = Text(error, "code");
        int? status = int.TryParse(code ?? Text(error, "statusCode"), out var number) && number is >= 400 and <= 599 ? number : null;
        return new(status, code, Text(error, "type"), Text(error, "message"));
    }

    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= 64 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;
}

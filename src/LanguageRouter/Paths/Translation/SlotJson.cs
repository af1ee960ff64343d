using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Writes segments as numbered JSON slots and reads the translated slots.</summary>
internal static class SlotJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the form of the answer for models with structured output.</summary>
    public static ChatResponseFormat ResponseFormat { get; } = ChatResponseFormat.ForJsonSchema(
        JsonDocument.Parse(
            """
            {"type":"object","additionalProperties":false,"required":["segments"],"properties":{"segments":{"type":"array","items":
            {"type":"object","additionalProperties":false,"required":["id","text"],"properties":{"id":{"type":"integer"},"text":{"type":"string"}}}}}}
            """).RootElement,
        "segments");

    public static string Write(TranslationRequest request, string? style)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("from", LanguageTags.EnglishName(request.SourceLanguage));
            json.WriteString("to", LanguageTags.EnglishName(request.TargetLanguage));
            if (style is not null)
            {
                json.WriteString("style", style);
            }

            if (request.Terms.Count > 0)
            {
                json.WriteStartObject("terms");
                foreach (var term in request.Terms)
                {
                    json.WriteString(term.Source, term.Target);
                }

                json.WriteEndObject();
            }

            if (request.Context is not null)
            {
                json.WriteString("before", request.Context);
            }

            json.WriteStartArray("segments");
            for (var i = 0; i < request.Segments.Count; i++)
            {
                json.WriteStartObject();
                json.WriteNumber("id", i + 1);
                json.WriteString("text", request.Segments[i].Text);
                if (request.Segments[i].Problem is { } problem)
                {
                    json.WriteString("problem", problem);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the slots of an answer.</summary>
    /// <returns>A text for each slot; <see langword="null"/> for one that is missing, given twice, or no text.</returns>
    public static string?[] Read(string answer, int count)
    {
        var texts = new string?[count];
        var start = answer.IndexOf('{', StringComparison.Ordinal);
        var end = answer.LastIndexOf('}');
        if (start < 0 || end < start)
        {
            return texts;
        }

        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(start, end - start + 1));
            if (!json.RootElement.TryGetProperty("segments", out var segments) || segments.ValueKind != JsonValueKind.Array)
            {
                return texts;
            }

            var seen = new bool[count];
            foreach (var slot in segments.EnumerateArray())
            {
                if (slot.ValueKind == JsonValueKind.Object && slot.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number
                    && id.TryGetInt32(out var number) && number >= 1 && number <= count
                    && slot.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                {
                    texts[number - 1] = seen[number - 1] ? null : text.GetString();
                    seen[number - 1] = true;
                }
            }
        }
        catch (JsonException)
        {
            // No slots: each segment counts as missing.
            Array.Clear(texts);
        }
        catch (InvalidOperationException)
        {
            // A string that is no text, such as one with half a surrogate pair.
            Array.Clear(texts);
        }

        return texts;
    }
}

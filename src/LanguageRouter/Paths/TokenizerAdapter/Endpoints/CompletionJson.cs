using System.Net;
using System.Text.Json;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Reads and writes the fields that both forms of the protocol share.</summary>
internal static class CompletionJson
{
    public static void WriteIds(Utf8JsonWriter writer, string name, IReadOnlyList<int> ids)
    {
        writer.WriteStartArray(name);
        foreach (var id in ids)
        {
            writer.WriteNumberValue(id);
        }

        writer.WriteEndArray();
    }

    public static void WriteSampling(Utf8JsonWriter writer, TokenCompletionRequest request)
    {
        Write("temperature", request.Temperature);
        Write("top_p", request.TopP);
        Write("frequency_penalty", request.FrequencyPenalty);
        Write("presence_penalty", request.PresencePenalty);
        if (request.TopK is { } topK)
        {
            writer.WriteNumber("top_k", topK);
        }

        if (request.Seed is { } seed)
        {
            writer.WriteNumber("seed", seed);
        }

        if (request.StopTexts.Count > 0)
        {
            writer.WriteStartArray("stop");
            foreach (var text in request.StopTexts)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }

        void Write(string name, float? value)
        {
            if (value is { } number)
            {
                writer.WriteNumber(name, number);
            }
        }
    }

    public static void WriteMessages(Utf8JsonWriter writer, IReadOnlyList<(string Role, string Content)> conversation)
    {
        writer.WriteStartArray("messages");
        foreach (var (role, content) in conversation)
        {
            writer.WriteStartObject();
            writer.WriteString("role", role);
            writer.WriteString("content", content);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Tells whether a server that answers so does not have what was asked for, rather than being in trouble.</summary>
    public static bool IsNotOffered(Exception error) => error switch
    {
        TokenizerAdapterException { Failure: TokenizerAdapterFailure.UnknownAdapter } => true,
        HttpRequestException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotImplemented } => true,
        _ => false,
    };

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int? Number(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    public static IReadOnlyList<int>? Ids(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(id => id.GetInt32())] : null;

    /// <summary>Reads one model of <c>/v1/models</c>: vLLM tells <c>max_model_len</c> and <c>root</c>, llama.cpp <c>meta</c>.</summary>
    public static EndpointModel? Model(JsonElement root, string modelId)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var model in list.EnumerateArray())
        {
            if (Text(model, "id") != modelId && !HasAlias(model, modelId))
            {
                continue;
            }

            var meta = model.TryGetProperty("meta", out var value) && value.ValueKind == JsonValueKind.Object ? value : default(JsonElement?);
            var size = meta is { } known && known.TryGetProperty("size", out var bytes) ? bytes.GetRawText() : null;
            var fingerprint = string.Join('/', new[] { Text(model, "root"), Text(model, "parent"), size }.OfType<string>());
            return new EndpointModel(modelId, Number(model, "max_model_len"), Number(meta, "n_vocab"), fingerprint.Length == 0 ? null : fingerprint);
        }

        return null;
    }

    // llama.cpp lists a model under the path of its file, and its --alias names beside it.
    private static bool HasAlias(JsonElement model, string modelId) =>
        model.TryGetProperty("aliases", out var aliases) && aliases.ValueKind == JsonValueKind.Array
        && aliases.EnumerateArray().Any(alias => alias.ValueKind == JsonValueKind.String && alias.ValueEquals(modelId));
}

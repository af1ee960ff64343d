using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Speaks to llama.cpp's own server by <c>/completion</c>, with LoRA adapters by number.</summary>
/// <remarks>Safe for concurrent use. The server reuses its prompt cache where a prompt starts with the ids of the one before.</remarks>
public sealed class LlamaCppCompletionEndpoint : ITokenCompletionEndpoint
{
    private readonly CompletionTransport _transport;

    /// <summary>Initializes a new endpoint.</summary>
    /// <param name="http">The client, owned by the caller.</param>
    /// <param name="address">The server's address, with or without <c>/v1</c>.</param>
    /// <param name="apiKey">The key; <see langword="null"/> for none.</param>
    /// <param name="timeProvider">The clock; the system's where it is <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    public LlamaCppCompletionEndpoint(HttpClient http, Uri address, string? apiKey = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(address);
        _transport = new CompletionTransport(http, address, apiKey, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public async Task<TokenCompletionChunk> CompleteAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var document = await _transport.PostAsync("completion", request.ModelId, writer => Write(writer, request, stream: false), cancellationToken).ConfigureAwait(false);
        return Read(document.RootElement, whole: true);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TokenCompletionChunk> StreamAsync(TokenCompletionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await foreach (var element in _transport.StreamAsync("completion", request.ModelId, writer => Write(writer, request, stream: true), cancellationToken).ConfigureAwait(false))
        {
            var chunk = Read(element, whole: false);
            yield return chunk;
            if (chunk.FinishReason is not null)
            {
                yield break;
            }
        }

        throw new HttpIOException(HttpRequestError.ResponseEnded, "The endpoint's stream ended before the answer was complete.");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<int>?> TokenizeAsync(string modelId, string text, CancellationToken cancellationToken = default)
    {
        using var document = await _transport.PostAsync("tokenize", modelId, Body, cancellationToken).ConfigureAwait(false);
        return CompletionJson.Ids(document.RootElement, "tokens");

        void Body(Utf8JsonWriter writer)
        {
            writer.WriteString("content", text);
            writer.WriteBoolean("add_special", false);
            writer.WriteBoolean("parse_special", false);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<int>?> RenderAsync(string modelId, IReadOnlyList<(string Role, string Content)> conversation, CancellationToken cancellationToken = default)
    {
        try
        {
            using var rendered = await _transport.PostAsync("apply-template", modelId, writer => CompletionJson.WriteMessages(writer, conversation), cancellationToken).ConfigureAwait(false);
            if (CompletionJson.Text(rendered.RootElement, "prompt") is not { Length: > 0 } prompt)
            {
                return null;
            }

            using var tokens = await _transport.PostAsync("tokenize", modelId, writer => Body(writer, prompt), cancellationToken).ConfigureAwait(false);
            return CompletionJson.Ids(tokens.RootElement, "tokens");
        }
        catch (Exception error) when (CompletionJson.IsNotOffered(error))
        {
            return null;
        }

        // The server puts the beginning token before the prompt itself, as it does before a chat.
        static void Body(Utf8JsonWriter writer, string prompt)
        {
            writer.WriteString("content", prompt);
            writer.WriteBoolean("add_special", true);
            writer.WriteBoolean("parse_special", true);
        }
    }

    /// <inheritdoc/>
    public async Task<EndpointModel?> DescribeAsync(string modelId, CancellationToken cancellationToken = default)
    {
        using var models = await _transport.GetAsync("v1/models", modelId, cancellationToken).ConfigureAwait(false);
        var model = CompletionJson.Model(models.RootElement, modelId);
        if (model is null)
        {
            return null;
        }

        using var properties = await _transport.GetAsync("props", modelId, cancellationToken).ConfigureAwait(false);
        var settings = properties.RootElement.TryGetProperty("default_generation_settings", out var value) ? value : default(JsonElement?);
        return model with { ContextWindow = CompletionJson.Number(settings, "n_ctx") ?? model.ContextWindow };
    }

    private static void Write(Utf8JsonWriter writer, TokenCompletionRequest request, bool stream)
    {
        CompletionJson.WriteIds(writer, "prompt", request.PromptIds);
        writer.WriteNumber("n_predict", request.MaxTokens);
        CompletionJson.WriteSampling(writer, request);
        if (request.LogitBias.Count > 0)
        {
            writer.WriteStartArray("logit_bias");
            foreach (var (id, bias) in request.LogitBias)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(id);
                writer.WriteNumberValue(bias);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        if (request.JsonSchema is { } schema)
        {
            writer.WritePropertyName("json_schema");
            schema.WriteTo(writer);
        }

        if (request.Loras.Count > 0)
        {
            writer.WriteStartArray("lora");
            foreach (var lora in request.Loras)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", lora.Id);
                writer.WriteNumber("scale", lora.Scale);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteBoolean("cache_prompt", true);
        writer.WriteBoolean("return_tokens", true);
        if (stream)
        {
            writer.WriteBoolean("stream", true);
        }
    }

    private static TokenCompletionChunk Read(JsonElement root, bool whole)
    {
        try
        {
            var stopped = whole || (root.TryGetProperty("stop", out var stop) && stop.ValueKind == JsonValueKind.True);
            return new TokenCompletionChunk
            {
                Text = root.GetProperty("content").GetString(),
                Ids = CompletionJson.Ids(root, "tokens"),
                ModelId = CompletionJson.Text(root, "model"),
                PromptTokens = stopped ? CompletionJson.Number(root, "tokens_evaluated") : null,
                CachedTokens = stopped && root.TryGetProperty("timings", out var timings) ? CompletionJson.Number(timings, "cache_n") : null,
                AnswerTokens = stopped ? CompletionJson.Number(root, "tokens_predicted") : null,
                FinishReason = !stopped ? null : CompletionJson.Text(root, "stop_type") switch
                {
                    "limit" => "length",
                    "eos" or "word" => "stop",
                    var other => other ?? "stop",
                },
            };
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw CompletionTransport.Broken("a field is missing or of another type", error);
        }
    }
}

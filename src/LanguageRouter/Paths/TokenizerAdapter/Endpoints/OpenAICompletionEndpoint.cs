using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Speaks to a server with OpenAI's <c>/v1/completions</c> that takes token ids as its prompt, such as vLLM.</summary>
/// <remarks>Safe for concurrent use. The adapter is chosen by the model's name. Ids of the answer are asked for by <c>return_token_ids</c>.</remarks>
public sealed class OpenAICompletionEndpoint : ITokenCompletionEndpoint
{
    private readonly CompletionTransport _transport;

    /// <summary>Initializes a new endpoint.</summary>
    /// <param name="http">The client, owned by the caller.</param>
    /// <param name="address">The server's address, with or without <c>/v1</c>.</param>
    /// <param name="apiKey">The key; <see langword="null"/> for none.</param>
    /// <param name="timeProvider">The clock; the system's where it is <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    public OpenAICompletionEndpoint(HttpClient http, Uri address, string? apiKey = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(address);
        _transport = new CompletionTransport(http, address, apiKey, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public async Task<TokenCompletionChunk> CompleteAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var document = await _transport.PostAsync("v1/completions", request.ModelId, writer => Write(writer, request, stream: false), cancellationToken).ConfigureAwait(false);
        var chunk = Read(document.RootElement);
        return chunk.FinishReason is not null ? chunk : throw CompletionTransport.Broken("it has no finish reason");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TokenCompletionChunk> StreamAsync(TokenCompletionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var finished = false;
        await foreach (var element in _transport.StreamAsync("v1/completions", request.ModelId, writer => Write(writer, request, stream: true), cancellationToken).ConfigureAwait(false))
        {
            var chunk = Read(element);
            finished |= chunk.FinishReason is not null;
            yield return chunk;
        }

        if (!finished)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The endpoint's stream ended before the answer was complete.");
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<int>?> TokenizeAsync(string modelId, string text, CancellationToken cancellationToken = default)
    {
        try
        {
            using var document = await _transport.PostAsync("tokenize", modelId, Body, cancellationToken).ConfigureAwait(false);
            return CompletionJson.Ids(document.RootElement, "tokens");
        }
        catch (TokenizerAdapterException error) when (error.Failure == TokenizerAdapterFailure.UnknownAdapter)
        {
            return null;
        }

        void Body(Utf8JsonWriter writer)
        {
            writer.WriteString("model", modelId);
            writer.WriteString("prompt", text);
            writer.WriteBoolean("add_special_tokens", false);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<int>?> RenderAsync(string modelId, IReadOnlyList<(string Role, string Content)> conversation, CancellationToken cancellationToken = default)
    {
        try
        {
            using var document = await _transport.PostAsync("tokenize", modelId, Body, cancellationToken).ConfigureAwait(false);
            return CompletionJson.Ids(document.RootElement, "tokens") is { Count: > 0 } ids ? ids : null;
        }
        catch (Exception error) when (CompletionJson.IsNotOffered(error))
        {
            return null;
        }

        void Body(Utf8JsonWriter writer)
        {
            writer.WriteString("model", modelId);
            CompletionJson.WriteMessages(writer, conversation);
            writer.WriteBoolean("add_generation_prompt", true);
        }
    }

    /// <inheritdoc/>
    public async Task<EndpointModel?> DescribeAsync(string modelId, CancellationToken cancellationToken = default)
    {
        using var document = await _transport.GetAsync("v1/models", modelId, cancellationToken).ConfigureAwait(false);
        return CompletionJson.Model(document.RootElement, modelId);
    }

    private static void Write(Utf8JsonWriter writer, TokenCompletionRequest request, bool stream)
    {
        writer.WriteString("model", request.ModelId);
        CompletionJson.WriteIds(writer, "prompt", request.PromptIds);
        writer.WriteNumber("max_tokens", request.MaxTokens);
        CompletionJson.WriteSampling(writer, request);
        if (request.StopIds.Count > 0)
        {
            CompletionJson.WriteIds(writer, "stop_token_ids", request.StopIds);
        }

        if (request.LogitBias.Count > 0)
        {
            writer.WriteStartObject("logit_bias");
            foreach (var (id, bias) in request.LogitBias)
            {
                writer.WriteNumber(id.ToString(CultureInfo.InvariantCulture), bias);
            }

            writer.WriteEndObject();
        }

        if (request.JsonSchema is { } schema)
        {
            writer.WriteStartObject("response_format");
            writer.WriteString("type", "json_schema");
            writer.WriteStartObject("json_schema");
            writer.WriteString("name", "answer");
            writer.WritePropertyName("schema");
            schema.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteBoolean("return_token_ids", true);
        if (stream)
        {
            writer.WriteBoolean("stream", true);
            writer.WriteStartObject("stream_options");
            writer.WriteBoolean("include_usage", true);
            writer.WriteEndObject();
        }
    }

    private static TokenCompletionChunk Read(JsonElement root)
    {
        try
        {
            var usage = root.TryGetProperty("usage", out var value) && value.ValueKind == JsonValueKind.Object ? value : default(JsonElement?);
            var chunk = new TokenCompletionChunk
            {
                ModelId = CompletionJson.Text(root, "model"),
                PromptTokens = CompletionJson.Number(usage, "prompt_tokens"),
                AnswerTokens = CompletionJson.Number(usage, "completion_tokens"),
                CachedTokens = usage is { } details && details.TryGetProperty("prompt_tokens_details", out var parts) && parts.ValueKind == JsonValueKind.Object
                    ? CompletionJson.Number(parts, "cached_tokens") : null,
            };
            var choices = root.GetProperty("choices");
            if (choices.GetArrayLength() == 0)
            {
                return chunk;
            }

            return chunk with
            {
                Text = CompletionJson.Text(choices[0], "text"),
                Ids = CompletionJson.Ids(choices[0], "token_ids"),
                FinishReason = CompletionJson.Text(choices[0], "finish_reason"),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw CompletionTransport.Broken("a field is missing or of another type", error);
        }
    }
}

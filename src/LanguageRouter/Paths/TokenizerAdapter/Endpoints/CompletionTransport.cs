using System.Buffers;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Carries JSON to a server and back: addresses, the key, errors, streams.</summary>
internal sealed class CompletionTransport
{
    private readonly HttpClient _http;
    private readonly Uri _root;
    private readonly AuthenticationHeaderValue? _authorization;
    private readonly TimeProvider _time;

    /// <param name="http">The client, owned by the caller.</param>
    /// <param name="address">The server's address, with or without <c>/v1</c> at its end.</param>
    /// <param name="apiKey">The key; <see langword="null"/> for none.</param>
    /// <param name="time">The clock that retry delays are measured by.</param>
    public CompletionTransport(HttpClient http, Uri address, string? apiKey, TimeProvider time)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The endpoint's address must be an absolute http or https address.", nameof(address));
        }

        var path = address.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/v1", StringComparison.Ordinal) ? path[..^2] : path + "/";
        _root = new Uri(address, path);
        _http = http;
        _authorization = string.IsNullOrEmpty(apiKey) ? null : new AuthenticationHeaderValue("Bearer", apiKey);
        _time = time;
    }

    public async Task<JsonDocument> PostAsync(string path, string modelId, Action<Utf8JsonWriter> body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, modelId, Content(body), HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        return await ParseAsync(response, cancellationToken).ConfigureAwait(false);
    }

    public async Task<JsonDocument> GetAsync(string path, string modelId, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, modelId, null, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        return await ParseAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts and gives the data of each event; disposing the enumerator closes the connection, which tells the server to stop.</summary>
    public async IAsyncEnumerable<JsonElement> StreamAsync(string path, string modelId, Action<Utf8JsonWriter> body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, modelId, Content(body), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        RequireForm(response, "event-stream");
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                if (item.Data == "[DONE]")
                {
                    yield break;
                }

                yield return Parse(item.Data, modelId);
            }
        }
    }

    public static TokenizerAdapterException Broken(string what, Exception? cause = null) =>
        new(TokenizerAdapterFailure.BrokenAnswer, $"The endpoint's answer is not of the completions protocol: {what}.", cause);

    private static JsonElement Parse(string data, string modelId)
    {
        try
        {
            var element = JsonElement.Parse(data);
            if (element.ValueKind == JsonValueKind.Object && (element.TryGetProperty("error", out _) || (element.TryGetProperty("object", out var kind) && kind.ValueEquals("error"u8))))
            {
                var code = CompletionErrors.Code(data);
                throw new HttpRequestException($"The endpoint of the adapter '{modelId}' reported an error in the middle of its answer{(code is null ? string.Empty : $" ({code})")}.", null, System.Net.HttpStatusCode.InternalServerError);
            }

            return element;
        }
        catch (JsonException error)
        {
            throw Broken("an event holds no JSON", error);
        }
    }

    private static ByteArrayContent Content(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    // A page of a proxy under status 200 is no answer.
    private static void RequireForm(HttpResponseMessage response, string form)
    {
        if (response.Content.Headers.ContentType?.MediaType is { } media && !media.Contains(form, StringComparison.OrdinalIgnoreCase))
        {
            throw Broken($"its content type is not {form}");
        }
    }

    private static async Task<JsonDocument> ParseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        RequireForm(response, "json");
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                return await JsonDocument.ParseAsync(stream, default, cancellationToken).ConfigureAwait(false);
            }
            catch (JsonException error)
            {
                throw Broken("it is no JSON", error);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string modelId, HttpContent? content, HttpCompletionOption option, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_root, path)) { Content = content };
        request.Headers.Authorization = _authorization;
        var response = await _http.SendAsync(request, option, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await CompletionErrors.ReadAsync(response, modelId, _time, cancellationToken).ConfigureAwait(false);
        }
    }
}

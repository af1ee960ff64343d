using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanguageRouter.Paths.TokenizerAdapter;

namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Sends a JSON body and reads a JSON answer.</summary>
internal static class JsonExchange
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sends a request.</summary>
    /// <param name="http">The caller's client, whose handlers, retries and proxies apply.</param>
    /// <param name="service">The name for messages.</param>
    /// <param name="uri">Where to.</param>
    /// <param name="authorize">Adds the key.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, and the response for its headers.</returns>
    /// <exception cref="HttpRequestException">The status is none of success; neither key nor texts are in the message.</exception>
    public static async Task<JsonDocument> PostAsync(
        HttpClient http, string service, Uri uri, Action<HttpRequestHeaders> authorize, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            write(json);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ReadOnlyMemoryContent(buffer.WrittenMemory) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        authorize(request.Headers);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var error = new HttpRequestException($"{service} answered with status {(int)response.StatusCode}.", null, response.StatusCode);
            if (CompletionErrors.RetryAfter(response, TimeProvider.System) is { } delay)
            {
                error.Data[CompletionErrors.RetryAfterKey] = delay;
            }

            throw error;
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return await JsonDocument.ParseAsync(body, default, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes an array of the segments' texts.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, TranslationRequest request, TagForm form)
    {
        json.WriteStartArray(name);
        foreach (var segment in request.Segments)
        {
            json.WriteStringValue(TagMarkup.Encode(segment.Text, form));
        }

        json.WriteEndArray();
    }

    /// <summary>Reads the text of each item of an array; <see langword="null"/> where an item has none.</summary>
    public static List<string?> ReadTexts(JsonElement array, string name)
    {
        var texts = new List<string?>();
        foreach (var item in array.EnumerateArray())
        {
            var text = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : item;
            texts.Add(text.ValueKind == JsonValueKind.String ? TagMarkup.Decode(text.GetString()!) : null);
        }

        return texts;
    }

    public static int Characters(TranslationRequest request) => request.Segments.Sum(s => s.Text.Length);
}

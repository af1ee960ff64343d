using System.Globalization;
using System.Net;
using System.Text.Json;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Turns a server's error answers into exceptions, without the words of the answer: servers repeat the request in them.</summary>
public static class CompletionErrors
{
    /// <summary>The key in <see cref="Exception.Data"/> of the delay (a <see cref="TimeSpan"/>) after which the server wants to be asked again.</summary>
    public const string RetryAfterKey = "language_router.retry_after";

    /// <summary>The key in <see cref="Exception.Data"/> of the server's own error code (a string).</summary>
    public const string ErrorCodeKey = "language_router.error_code";

    // Enough for any error body of a server; the rest is not read.
    private const int LargestBody = 64 * 1024;

    internal static async Task<Exception> ReadAsync(HttpResponseMessage response, string modelId, TimeProvider time, CancellationToken cancellationToken)
    {
        var code = Code(await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false));
        var status = response.StatusCode;
        if (code == "context_length_exceeded" || code == "exceed_context_size_error")
        {
            return new TokenizerAdapterException(TokenizerAdapterFailure.PromptTooLong, $"The endpoint holds the prompt for too long for '{modelId}': its context window is smaller than configured.");
        }

        if (status == HttpStatusCode.NotFound)
        {
            return new TokenizerAdapterException(
                TokenizerAdapterFailure.UnknownAdapter,
                $"The endpoint answered 404{Suffix(code)} for the model '{modelId}'. Check the adapter's model name and the endpoint's address.",
                new HttpRequestException($"HTTP 404{Suffix(code)}.", null, status));
        }

        var error = new HttpRequestException(
            string.Create(CultureInfo.InvariantCulture, $"The endpoint of the adapter '{modelId}' answered HTTP {(int)status}{Suffix(code)}."), null, status);
        if (code is not null)
        {
            error.Data[ErrorCodeKey] = code;
        }

        if (RetryAfter(response, time) is { } delay)
        {
            error.Data[RetryAfterKey] = delay;
        }

        return error;
    }

    /// <summary>Reads the error code of a JSON body: <c>error.code</c> where it is a word, else <c>error.type</c>.</summary>
    internal static string? Code(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
            return error.ValueKind != JsonValueKind.Object ? null : Word(error, "code") ?? Word(error, "type");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A code is a word of a closed list, never a sentence: anything longer or stranger is left out.
    private static string? Word(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 64 } word
        && word.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.') ? word : null;

    private static string Suffix(string? code) => code is null ? string.Empty : $" ({code})";

    internal static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - time.GetUtcNow() is var delay => delay > TimeSpan.Zero ? delay : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<string> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var buffer = new byte[LargestBody];
                var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
            }
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            // The status is known, its explanation is lost.
            return string.Empty;
        }
    }
}

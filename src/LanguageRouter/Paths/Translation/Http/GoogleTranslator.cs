using System.Text.Json;

namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Translates with Google Cloud Translation: Basic (v2) with a key, Advanced (v3) with a project and a token.</summary>
/// <remarks>Placeholders go as HTML spans marked not to be translated. Safe for concurrent use. Retries and timeouts are those of the given client.</remarks>
public sealed class GoogleTranslator : ITranslator
{
    private readonly HttpClient _http;
    private readonly GoogleTranslatorOptions _options;
    private readonly Uri _uri;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="http">The client; the translator does not dispose it.</param>
    /// <param name="options">The key, or the project and token, and settings.</param>
    /// <exception cref="ArgumentException">There is neither a key nor a project with a token.</exception>
    public GoogleTranslator(HttpClient http, GoogleTranslatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Project is null ? string.IsNullOrEmpty(options.ApiKey) : options.AccessToken is null)
        {
            throw new ArgumentException("Give an ApiKey (v2), or a Project with an AccessToken (v3).", nameof(options));
        }

        _http = http;
        _options = options;
        var endpoint = options.Endpoint ?? new Uri("https://translation.googleapis.com/");
        _uri = options.Project is null
            ? new Uri(endpoint, "language/translate/v2")
            : new Uri(endpoint, $"v3/projects/{Uri.EscapeDataString(options.Project)}/locations/{Uri.EscapeDataString(options.Location)}:translateText");
        Profile = new TranslatorProfile
        {
            Name = "google",
            Version = (options.Project is null ? "v2" : "v3") + (options.Glossary is null ? "" : "+" + options.Glossary),
            PriceForm = TranslatorPriceForm.Characters,
            MaxSegments = 128,
            MaxCharacters = 5_000,
            Region = options.Project is null ? null : options.Location,
        };
    }

    /// <inheritdoc/>
    public TranslatorProfile Profile { get; }

    /// <inheritdoc/>
    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = _options.Project is null ? null : await _options.AccessToken!(cancellationToken).ConfigureAwait(false);
        using var answer = await JsonExchange.PostAsync(
            _http,
            "Google Translation",
            _uri,
            h => h.TryAddWithoutValidation(token is null ? "X-Goog-Api-Key" : "Authorization", token is null ? _options.ApiKey : "Bearer " + token),
            json => Write(json, request),
            cancellationToken).ConfigureAwait(false);
        var root = answer.RootElement;
        var translations = _options.Project is null ? root.GetProperty("data").GetProperty("translations")
            : _options.Glossary is not null && root.TryGetProperty("glossaryTranslations", out var withTerms) ? withTerms
            : root.GetProperty("translations");
        return new TranslationResult(JsonExchange.ReadTexts(translations, "translatedText")) { BilledCharacters = JsonExchange.Characters(request), ModelId = "google" };
    }

    private void Write(Utf8JsonWriter json, TranslationRequest request)
    {
        json.WriteStartObject();
        if (_options.Project is null)
        {
            JsonExchange.WriteTexts(json, "q", request, TagForm.Html);
            json.WriteString("source", Code(request.SourceLanguage));
            json.WriteString("target", Code(request.TargetLanguage));
            json.WriteString("format", "html");
        }
        else
        {
            JsonExchange.WriteTexts(json, "contents", request, TagForm.Html);
            json.WriteString("sourceLanguageCode", Code(request.SourceLanguage));
            json.WriteString("targetLanguageCode", Code(request.TargetLanguage));
            json.WriteString("mimeType", "text/html");
            if (_options.Glossary is not null)
            {
                json.WriteStartObject("glossaryConfig");
                json.WriteString("glossary", _options.Glossary);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static string Code(string tag) => LanguageTags.Primary(tag) != "zh" ? LanguageTags.Primary(tag)
        : tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) || tag.Contains("TW", StringComparison.OrdinalIgnoreCase) ? "zh-TW" : "zh-CN";
}

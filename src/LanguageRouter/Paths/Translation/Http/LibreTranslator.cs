namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Translates with a LibreTranslate server, of one's own or hosted.</summary>
/// <remarks>Placeholders go as HTML spans. Safe for concurrent use. Retries and timeouts are those of the given client.</remarks>
public sealed class LibreTranslator : ITranslator
{
    private readonly HttpClient _http;
    private readonly LibreTranslatorOptions _options;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="http">The client; the translator does not dispose it.</param>
    /// <param name="options">The address and settings.</param>
    public LibreTranslator(HttpClient http, LibreTranslatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        _http = http;
        _options = options;
        Profile = new TranslatorProfile
        {
            Name = "libretranslate",
            PriceForm = options.ApiKey is null ? TranslatorPriceForm.Free : TranslatorPriceForm.Characters,
            MaxSegments = 25,
            MaxCharacters = 5_000,
            Region = options.Region,
        };
    }

    /// <inheritdoc/>
    public TranslatorProfile Profile { get; }

    /// <inheritdoc/>
    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var answer = await JsonExchange.PostAsync(
            _http,
            "LibreTranslate",
            new Uri(_options.Endpoint, "translate"),
            static _ => { },
            json =>
            {
                json.WriteStartObject();
                JsonExchange.WriteTexts(json, "q", request, TagForm.Html);
                json.WriteString("source", LanguageTags.Primary(request.SourceLanguage));
                json.WriteString("target", LanguageTags.Primary(request.TargetLanguage));
                json.WriteString("format", "html");
                if (_options.ApiKey is not null)
                {
                    json.WriteString("api_key", _options.ApiKey);
                }

                json.WriteEndObject();
            },
            cancellationToken).ConfigureAwait(false);
        return new TranslationResult(JsonExchange.ReadTexts(answer.RootElement.GetProperty("translatedText"), ""))
        {
            BilledCharacters = _options.ApiKey is null ? 0 : JsonExchange.Characters(request),
            ModelId = "libretranslate",
        };
    }
}

namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Translates with Azure AI Translator (REST 3.0).</summary>
/// <remarks>Placeholders go as HTML spans of the class <c>notranslate</c>. Safe for concurrent use. Retries and timeouts are those of the given client.</remarks>
public sealed class AzureTranslator : ITranslator
{
    private readonly HttpClient _http;
    private readonly AzureTranslatorOptions _options;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="http">The client; the translator does not dispose it.</param>
    /// <param name="options">The key and settings.</param>
    public AzureTranslator(HttpClient http, AzureTranslatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.ApiKey);
        _http = http;
        _options = options;
        Profile = new TranslatorProfile
        {
            Name = "azure-translator",
            Version = "3.0" + (options.Category is null ? "" : "+" + options.Category),
            PriceForm = TranslatorPriceForm.Characters,
            MaxSegments = 1_000,
            MaxCharacters = 40_000,
            Region = options.Region,
        };
    }

    /// <inheritdoc/>
    public TranslatorProfile Profile { get; }

    /// <inheritdoc/>
    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = $"translate?api-version=3.0&from={Code(request.SourceLanguage)}&to={Code(request.TargetLanguage)}&textType=html";
        if (_options.Category is not null)
        {
            query += "&category=" + Uri.EscapeDataString(_options.Category);
        }

        using var answer = await JsonExchange.PostAsync(
            _http,
            "Azure Translator",
            new Uri(_options.Endpoint, query),
            h =>
            {
                h.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", _options.ApiKey);
                if (_options.Region is not null)
                {
                    h.TryAddWithoutValidation("Ocp-Apim-Subscription-Region", _options.Region);
                }
            },
            json =>
            {
                json.WriteStartArray();
                foreach (var segment in request.Segments)
                {
                    json.WriteStartObject();
                    json.WriteString("Text", TagMarkup.Encode(segment.Text, TagForm.Html));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            cancellationToken).ConfigureAwait(false);

        var texts = new List<string?>();
        foreach (var item in answer.RootElement.EnumerateArray())
        {
            texts.AddRange(JsonExchange.ReadTexts(item.GetProperty("translations"), "text"));
        }

        return new TranslationResult(texts) { BilledCharacters = JsonExchange.Characters(request), ModelId = "azure-translator" };
    }

    private static string Code(string tag) => LanguageTags.Primary(tag) != "zh" ? Uri.EscapeDataString(LanguageTags.Primary(tag))
        : tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) || tag.Contains("TW", StringComparison.OrdinalIgnoreCase) ? "zh-Hant" : "zh-Hans";
}

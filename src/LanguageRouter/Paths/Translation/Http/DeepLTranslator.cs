using System.Collections.Frozen;
using System.Text.Json;
using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation.Http;

/// <summary>Translates with DeepL (REST v2).</summary>
/// <remarks>
/// Placeholders go as empty XML elements with <c>tag_handling</c> xml; politeness goes as <c>formality</c>; the text before goes as <c>context</c>, which is
/// not billed. Safe for concurrent use. Retries and timeouts are those of the given client.
/// </remarks>
public sealed class DeepLTranslator : ITranslator
{
    private static readonly FrozenSet<string> Languages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "zh");

    private readonly HttpClient _http;
    private readonly DeepLTranslatorOptions _options;
    private readonly Uri _uri;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="http">The client; the translator does not dispose it.</param>
    /// <param name="options">The key and settings.</param>
    public DeepLTranslator(HttpClient http, DeepLTranslatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.ApiKey);
        _http = http;
        _options = options;
        var endpoint = options.Endpoint ?? new Uri(options.ApiKey.EndsWith(":fx", StringComparison.Ordinal) ? "https://api-free.deepl.com/" : "https://api.deepl.com/");
        _uri = new Uri(endpoint, "v2/translate");
        Profile = new TranslatorProfile
        {
            Name = "deepl",
            Version = "v2" + (options.GlossaryId is null ? "" : "+" + options.GlossaryId),
            PriceForm = TranslatorPriceForm.Characters,
            Languages = Languages,
            MaxSegments = 50,
            MaxCharacters = 25_000,
            Region = "eu",
        };
    }

    /// <inheritdoc/>
    public TranslatorProfile Profile { get; }

    /// <inheritdoc/>
    public async Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var answer = await JsonExchange.PostAsync(_http, "DeepL", _uri, h => h.TryAddWithoutValidation("Authorization", "DeepL-Auth-Key " + _options.ApiKey), json => Write(json, request), cancellationToken).ConfigureAwait(false);
        var translations = answer.RootElement.GetProperty("translations");
        var billed = translations.EnumerateArray().Sum(t => t.TryGetProperty("billed_characters", out var n) ? n.GetInt32() : 0);
        return new TranslationResult(JsonExchange.ReadTexts(translations, "text")) { BilledCharacters = billed > 0 ? billed : JsonExchange.Characters(request), ModelId = "deepl" };
    }

    private void Write(Utf8JsonWriter json, TranslationRequest request)
    {
        json.WriteStartObject();
        JsonExchange.WriteTexts(json, "text", request, TagForm.Xml);
        json.WriteString("source_lang", LanguageTags.Primary(request.SourceLanguage).ToUpperInvariant());
        json.WriteString("target_lang", Target(request.TargetLanguage));
        json.WriteString("tag_handling", "xml");
        json.WriteString("split_sentences", "0");
        json.WriteBoolean("show_billed_characters", true);
        if (request.Context is not null)
        {
            json.WriteString("context", request.Context);
        }

        if (_options.GlossaryId is not null)
        {
            json.WriteString("glossary_id", _options.GlossaryId);
        }

        if (request.Register != Register.Unknown && LanguageTags.Primary(request.TargetLanguage) == "ja")
        {
            json.WriteString("formality", request.Register == Register.Plain ? "prefer_less" : "prefer_more");
        }

        json.WriteEndObject();
    }

    // A bare "EN" or "PT" is deprecated as a target.
    private static string Target(string tag) => LanguageTags.Primary(tag) switch
    {
        "en" => tag.Length > 2 ? tag.ToUpperInvariant() : "EN-US",
        "pt" => tag.Length > 2 ? tag.ToUpperInvariant() : "PT-BR",
        "zh" => tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) || tag.Contains("TW", StringComparison.OrdinalIgnoreCase) ? "ZH-HANT" : "ZH-HANS",
        var language => language.ToUpperInvariant(),
    };
}

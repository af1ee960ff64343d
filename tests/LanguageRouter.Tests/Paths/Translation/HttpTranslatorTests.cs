using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Paths.Translation.Http;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>The HTTP translators against servers on this machine that follow the published contracts, and refuse what departs from them.</summary>
public sealed class HttpTranslatorTests
{
    private const string Key = "secret-key";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("deepl")]
    [InlineData("google2")]
    [InlineData("google3")]
    [InlineData("azure")]
    [InlineData("libre")]
    public async Task TranslatesBothWaysWithTagsInPlace(string service)
    {
        using var server = Server(service);
        using var http = new HttpClient();
        var translator = Create(service, http, server.Address);
        var model = new CallbackChatClient("Use `a<b>` & \"c\" now. It's 3 < 5.");
        using var client = new TranslatingChatClient(model, translator);
        var response = await client.GetResponseAsync("`x<y>`と「A&B」を3回使います。", null, Token);
        Assert.Contains("`x<y>`", model.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Contains("「A&B」", model.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Equal(PseudoTranslator.Translate("Use ", "ja") + "`a<b>`" + PseudoTranslator.Translate(" & \"c\" now.It's 3 < 5.", "ja"), response.Text);
        Assert.All(LanguageRouter.Paths.PathLegExtensions.GetPathLegs(response).Where(l => l.Kind != LanguageRouter.Paths.LegKind.Answer), l => Assert.True(service == "libre" || l.BilledCharacters > 0));
    }

    [Theory]
    [InlineData("deepl")]
    [InlineData("google2")]
    [InlineData("google3")]
    [InlineData("azure")]
    [InlineData("libre")]
    public async Task ErrorsNameTheStatusAndNothingElse(string service)
    {
        using var server = new LoopbackServer((_, _) => (429, "{\"error\":{\"message\":\"秘密の文 secret-key\"}}"));
        using var http = new HttpClient();
        var translator = Create(service, http, server.Address);
        var e = await Assert.ThrowsAsync<HttpRequestException>(() => translator.TranslateAsync(Request(), Token));
        Assert.Equal(HttpStatusCode.TooManyRequests, e.StatusCode);
        Assert.DoesNotContain("秘密", e.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, e.ToString(), StringComparison.Ordinal);
        using var client = new TranslatingChatClient(new CallbackChatClient("x"), translator, new TranslationOptions { Direct = new CallbackChatClient("直接") });
        Assert.Equal("直接", (await client.GetResponseAsync("猫ですか？", null, Token)).Text);
    }

    [Fact]
    public async Task DeepLIsToldPolitenessAndContext()
    {
        JsonElement seen = default;
        using var server = new LoopbackServer((request, body) =>
        {
            seen = body.Clone();
            return DeepL(request, body);
        });
        using var http = new HttpClient();
        await Create("deepl", http, server.Address).TranslateAsync(Request() with { SourceLanguage = "en", TargetLanguage = "ja", Register = Register.Plain, Context = "before" }, Token);
        Assert.Equal("prefer_less", seen.GetProperty("formality").GetString());
        Assert.Equal("before", seen.GetProperty("context").GetString());
    }

    [Fact]
    public void OptionsDoNotPrintTheirKey() =>
        Assert.DoesNotContain(Key, $"{new DeepLTranslatorOptions { ApiKey = Key }}{new GoogleTranslatorOptions { ApiKey = Key }}{new AzureTranslatorOptions { ApiKey = Key }}{new LibreTranslatorOptions { ApiKey = Key, Endpoint = new Uri("http://a") }}", StringComparison.Ordinal);

    private static TranslationRequest Request() => new() { SourceLanguage = "ja", TargetLanguage = "en", Segments = [new TranslationSegment("秘密の文", [])] };

    private static ITranslator Create(string service, HttpClient http, Uri address) => service switch
    {
        "deepl" => new DeepLTranslator(http, new DeepLTranslatorOptions { ApiKey = Key, Endpoint = address }),
        "google2" => new GoogleTranslator(http, new GoogleTranslatorOptions { ApiKey = Key, Endpoint = address }),
        "google3" => new GoogleTranslator(http, new GoogleTranslatorOptions { Project = "p", AccessToken = _ => ValueTask.FromResult(Key), Endpoint = address, Glossary = "projects/p/locations/global/glossaries/g" }),
        "azure" => new AzureTranslator(http, new AzureTranslatorOptions { ApiKey = Key, Endpoint = address, Region = "japaneast" }),
        _ => new LibreTranslator(http, new LibreTranslatorOptions { ApiKey = null, Endpoint = address }),
    };

    private static LoopbackServer Server(string service) => new(service switch
    {
        "deepl" => DeepL,
        "google2" => Google2,
        "google3" => Google3,
        "azure" => Azure,
        _ => Libre,
    });

    private static (int, string) DeepL(HttpListenerRequest request, JsonElement body)
    {
        if (request.Url!.AbsolutePath != "/v2/translate" || request.Headers["Authorization"] != "DeepL-Auth-Key " + Key)
        {
            return (403, "{}");
        }

        if (body.GetProperty("tag_handling").GetString() != "xml" || body.GetProperty("text").GetArrayLength() > 50 || body.GetProperty("target_lang").GetString() is not ("EN-US" or "JA") || body.GetProperty("source_lang").GetString() is not ("EN" or "JA"))
        {
            return (400, "{}");
        }

        var target = body.GetProperty("target_lang").GetString() == "JA" ? "ja" : "en";
        var texts = body.GetProperty("text").EnumerateArray().Select(t => new JsonObject { ["detected_source_language"] = "JA", ["text"] = Xml(t.GetString()!, target), ["billed_characters"] = t.GetString()!.Length });
        return (200, new JsonObject { ["translations"] = new JsonArray([.. texts]) }.ToJsonString());
    }

    private static (int, string) Google2(HttpListenerRequest request, JsonElement body) =>
        request.Url!.PathAndQuery != "/language/translate/v2" || request.Headers["X-Goog-Api-Key"] != Key || body.GetProperty("format").GetString() != "html"
            ? (403, "{}")
            : (200, new JsonObject { ["data"] = new JsonObject { ["translations"] = Items(body.GetProperty("q"), body.GetProperty("target").GetString()!, "translatedText") } }.ToJsonString());

    private static (int, string) Google3(HttpListenerRequest request, JsonElement body) =>
        request.Url!.AbsolutePath != "/v3/projects/p/locations/global:translateText" || request.Headers["Authorization"] != "Bearer " + Key || body.GetProperty("mimeType").GetString() != "text/html"
            ? (403, "{}")
            : (200, new JsonObject
            {
                ["translations"] = Items(body.GetProperty("contents"), body.GetProperty("targetLanguageCode").GetString()!, "translatedText"),
                ["glossaryTranslations"] = Items(body.GetProperty("contents"), body.GetProperty("targetLanguageCode").GetString()!, "translatedText"),
            }.ToJsonString());

    private static (int, string) Azure(HttpListenerRequest request, JsonElement body)
    {
        var query = request.QueryString;
        if (request.Url!.AbsolutePath != "/translate" || query["api-version"] != "3.0" || query["textType"] != "html" || request.Headers["Ocp-Apim-Subscription-Key"] != Key || request.Headers["Ocp-Apim-Subscription-Region"] != "japaneast")
        {
            return (401, "{}");
        }

        var items = body.EnumerateArray().Select(t => new JsonObject { ["translations"] = new JsonArray(new JsonObject { ["text"] = Html(t.GetProperty("Text").GetString()!, query["to"]!), ["to"] = query["to"] }) });
        return (200, new JsonArray([.. items]).ToJsonString());
    }

    private static (int, string) Libre(HttpListenerRequest request, JsonElement body) =>
        request.Url!.AbsolutePath != "/translate" || body.GetProperty("format").GetString() != "html"
            ? (400, "{}")
            : (200, new JsonObject { ["translatedText"] = new JsonArray([.. body.GetProperty("q").EnumerateArray().Select(t => (JsonNode)Html(t.GetString()!, body.GetProperty("target").GetString()!))]) }.ToJsonString());

    private static JsonArray Items(JsonElement texts, string target, string name) =>
        new([.. texts.EnumerateArray().Select(t => new JsonObject { [name] = Html(t.GetString()!, target) })]);

    // A service parses the markup, translates the text between the tags and escapes what it writes.
    private static string Xml(string text, string target) => Nodes(text, target, (_, inner) => inner);

    private static string Html(string text, string target) =>
        Nodes(text, target, (element, inner) => element.Attribute("translate")?.Value == "no" ? element.Value : inner).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string Nodes(string text, string target, Func<XElement, string, string> inside)
    {
        var root = XElement.Parse("<r>" + text + "</r>", LoadOptions.PreserveWhitespace);
        foreach (var node in root.DescendantNodes().OfType<XText>().ToArray())
        {
            node.Value = node.Parent == root ? PseudoTranslator.Translate(node.Value, target) : inside(node.Parent!, PseudoTranslator.Translate(node.Value, target));
        }

        return string.Concat(root.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
    }
}

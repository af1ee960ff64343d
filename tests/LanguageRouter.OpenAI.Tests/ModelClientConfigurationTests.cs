using LanguageRouter.OpenAI.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LanguageRouter.OpenAI.Tests;

public sealed class ModelClientConfigurationTests
{
    private const string Client = "LanguageRouter:Models:alpha:Client";
    private const string Secret = "sk-proj-0123456789abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public async Task EveryMistakeOfEveryModelIsReportedAtOnceWithTheOthers()
    {
        var settings = OpenAIRouter.TwoModels("api.example.com/v1", "https://api.example.com/v1");
        settings["LanguageRouter:Models:alpha:InputPrice"] = "-1";
        settings[$"{Client}:Timeout"] = "30";
        settings[$"{Client}:Protocol"] = "soap";
        settings[$"{Client}:Retries"] = "3";
        settings["LanguageRouter:Models:beta:Client:ApiKeyVariable"] = "NO_SUCH_VARIABLE_HERE";
        var failures = await FailuresAsync(settings);
        Assert.Collection(
            failures.Order(StringComparer.Ordinal),
            failure => Assert.Contains($"{Client}:Endpoint is 'api.example.com/v1', which is not an address. Fix: write one that begins with https://", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:Protocol is 'soap'. Fix: use one of chat", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:Retries is not a setting. Fix: remove it, or use one of ApiKeyHeader, ApiKeyVariable, ConnectTimeout, Endpoint", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:Timeout is '30'. Fix: write a duration above 0 and up to a day, such as 00:01:40.", failure, StringComparison.Ordinal),
            failure => Assert.Contains("LanguageRouter:Models:beta:Client:ApiKeyVariable names 'NO_SUCH_VARIABLE_HERE', which is not set. Fix: set the environment variable", failure, StringComparison.Ordinal),
            failure => Assert.Contains("Models:alpha:InputPrice is -1", failure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ApiKey", Secret, "holds a key. Fix: delete it from the file")]
    [InlineData("apikey", Secret, "write that one's name in")]
    [InlineData("ApiKeyVariable", Secret, "if it is a key, delete it and renew the key")]
    [InlineData("ApiKeyVariable", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "is not the name of a variable")]
    [InlineData("ApiKeyVariable", "hf_AbCdEfGhIjKlMnOpQrStUvWxYz012345", "is not the name of a variable")]
    [InlineData("Endpoint", Secret, "is not an address")]
    [InlineData("Endpoint", "https://user:" + Secret + "@api.example.com/v1", "holds a user name or password")]
    [InlineData("Endpoint", "https://api.example.com/v1?api-key=" + Secret, "carries a key in its query")]
    [InlineData("Endpoint", "api.example.com/v1?api-key=" + Secret, "is not an address")]
    [InlineData("", Secret, "is a text. Fix: write an object")]
    public async Task AKeyInTheFileIsAnErrorThatSaysWhatToDoAndDoesNotRepeatIt(string key, string value, string expected)
    {
        var settings = OpenAIRouter.TwoModels("http://127.0.0.1:1/v1", "http://127.0.0.1:1/v1");
        if (key.Length == 0)
        {
            settings.Remove($"{Client}:Endpoint");
        }

        settings[key.Length == 0 ? Client : $"{Client}:{key}"] = value;
        var failure = Assert.Single(await FailuresAsync(settings));
        Assert.Contains(expected, failure, StringComparison.Ordinal);
        Assert.Contains(Client, failure, StringComparison.Ordinal);
        Assert.DoesNotContain(value, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.example.com/v1/chat/completions", "ends in /chat/completions. Fix: leave that out")]
    [InlineData("https://api.example.com/v1#top", "has a part behind '#'")]
    [InlineData("ftp://api.example.com/v1", "is not an address")]
    [InlineData("https://api.example.com/v1", "has no ApiKeyVariable, and api.example.com is not a local endpoint")]
    [InlineData(null, "has no ApiKeyVariable, and api.openai.com is not a local endpoint")]
    public async Task AnEndpointThatCannotWorkIsReported(string? endpoint, string expected)
    {
        var settings = OpenAIRouter.TwoModels("", "http://127.0.0.1:1/v1");
        settings[$"{Client}:Endpoint"] = endpoint;
        settings[$"{Client}:Protocol"] = "chat";
        Assert.Contains(expected, Assert.Single(await FailuresAsync(settings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://[::1]:8080/v1")]
    [InlineData("http://vllm:8000/v1")]
    [InlineData("http://10.1.2.3:8000/v1")]
    [InlineData("http://172.31.0.1:8000/v1")]
    [InlineData("http://models.team.svc.cluster.local/v1")]
    public async Task ALocalEndpointMayGoWithoutAKey(string endpoint)
    {
        await using var router = new OpenAIRouter(OpenAIRouter.TwoModels(endpoint, endpoint));
        Assert.NotNull(router.Client);
    }

    [Theory]
    [InlineData("http://172.32.0.1/v1")]
    [InlineData("http://api.example.com/v1")]
    public async Task AKeyIsNotSentUnencryptedToAnotherNetwork(string endpoint)
    {
        var settings = OpenAIRouter.TwoModels(endpoint, "http://127.0.0.1:1/v1");
        settings[$"{Client}:ApiKeyVariable"] = "MODEL_KEY";
        settings["MODEL_KEY"] = Secret;
        Assert.Contains("unencrypted. Fix: use https", Assert.Single(await FailuresAsync(settings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\n")]
    [InlineData("キー")]
    public async Task AKeyThatNoHeaderCanCarryIsReportedByItsVariable(string key)
    {
        var settings = OpenAIRouter.TwoModels("https://api.example.com/v1", "http://127.0.0.1:1/v1");
        settings[$"{Client}:ApiKeyVariable"] = "MODEL_KEY";
        settings["MODEL_KEY"] = key;
        var failure = Assert.Single(await FailuresAsync(settings));
        Assert.Contains("names 'MODEL_KEY', whose value has blanks", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(key, failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenIdsNeedATokenizerAFormAndAWindow()
    {
        var settings = OpenAIRouter.TwoModels("http://127.0.0.1:1/v1?api-version=1", "http://127.0.0.1:1/v1");
        settings[$"{Client}:Protocol"] = "token-ids";
        settings[$"{Client}:OutputLimitField"] = "max_tokens";
        settings["LanguageRouter:Models:beta:Client:Template"] = "chatml";
        Assert.Collection(
            (await FailuresAsync(settings)).Order(StringComparer.Ordinal),
            failure => Assert.Contains($"{Client} has no Template, which token ids need. Fix: write the form that the model was trained on, one of chatml,", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:Endpoint has a query, which the protocol token-ids does not send", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:OutputLimitField has no meaning for the protocol token-ids", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:Protocol needs LanguageRouter:Models:alpha:ContextWindow", failure, StringComparison.Ordinal),
            failure => Assert.Contains("LanguageRouter:Models:alpha:Tokenizer is 'o200k_base', which has none under LanguageRouter:Tokenizers", failure, StringComparison.Ordinal),
            failure => Assert.Contains("Models:beta:Client:Template has no meaning for the protocol chat", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATokenizerJsonServesTokenIdsAndItsTemplateIsChecked()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("router-openai-").FullName, "tokenizer.json");
        await File.WriteAllTextAsync(file, """{"added_tokens":[{"id":2,"content":"<s>","special":true},{"id":3,"content":"</s>","special":true}],"normalizer":null,"pre_tokenizer":null,"decoder":null,"model":{"type":"BPE","vocab":{"a":0,"b":1},"merges":[]}}""", TestContext.Current.CancellationToken);
        var settings = InTokenIds(file, "alpaca-ja");
        await using (var router = new OpenAIRouter(settings))
        {
            Assert.NotNull(router.Client);
        }

        // Other forms need control tokens that this vocabulary lacks.
        settings[$"{Client}:Template"] = "chatml";
        Assert.Contains($"{Client}:Template is 'chatml', which does not fit the tokenizer 'own': The chat template 'chatml' asks for the control token '<|im_start|>'", Assert.Single(await FailuresAsync(settings)), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task TheReadingsOfAVocabularyAreNotMixedUp()
    {
        var file = SharedFolder.Find("data", "ja-tokenizers", "code10K_en20K_ja30K.ver2.2.model");
        Assert.SkipWhen(file is null, "shared/data/ja-tokenizers is missing");
        var settings = InTokenIds(file!, "alpaca-ja");
        settings["LanguageRouter:Tokenizers:own"] = null;
        settings["LanguageRouter:Tokenizers:own:File"] = file;
        settings["LanguageRouter:Tokenizers:own:Reading"] = "llama-cpp";
        settings[$"{Client}:ServerTokenizer"] = "other";
        Assert.Collection(
            (await FailuresAsync(settings)).Order(StringComparer.Ordinal),
            failure => Assert.Contains("sends ids as the model was trained on them, but LanguageRouter:Models:alpha:Tokenizer is 'own', whose Reading is 'llama-cpp'", failure, StringComparison.Ordinal),
            failure => Assert.Contains($"{Client}:ServerTokenizer is 'other', which is not under LanguageRouter:Tokenizers", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAdapterOfLlamaCppNeedsItsNumber()
    {
        var file = SharedFolder.Find("data", "ja-tokenizers", "code10K_en20K_ja30K.ver2.2.model");
        Assert.SkipWhen(file is null, "shared/data/ja-tokenizers is missing");
        var settings = InTokenIds(file!, "alpaca-ja");
        settings[$"{Client}:Protocol"] = "token-ids-llama-cpp";
        settings[$"{Client}:Loras:business"] = "0";
        settings["LanguageRouter:Routes:0:Kind"] = "adapted";
        settings["LanguageRouter:Routes:0:Adapter"] = "buisness";
        Assert.Contains("Route 'first' has the adapter 'buisness', which is not under LanguageRouter:Models:alpha:Client:Loras (business)", Assert.Single(await FailuresAsync(settings)), StringComparison.Ordinal);

        settings["LanguageRouter:Routes:0:Adapter"] = "business";
        await using var router = new OpenAIRouter(settings);
        Assert.NotNull(router.Client);
    }

    [Fact]
    public async Task AHypotheticalRouteNeedsNoKeyYet()
    {
        var settings = OpenAIRouter.TwoModels("http://127.0.0.1:1/v1", "https://api.example.com/v1");
        settings["LanguageRouter:Models:beta:Client:ApiKeyVariable"] = "NO_SUCH_VARIABLE_HERE";
        settings["LanguageRouter:Routes:1:Hypothetical"] = "true";
        await using var router = new OpenAIRouter(settings);
        Assert.NotNull(router.Client);
    }

    [Fact]
    public async Task ARouteWithoutAnyClientIsStillReportedByTheRouter()
    {
        var settings = OpenAIRouter.TwoModels("http://127.0.0.1:1/v1", "");
        settings.Remove("LanguageRouter:Models:beta:Client:Endpoint");
        Assert.Contains("needs model 'beta', which has no client", Assert.Single(await FailuresAsync(settings)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeEndsTheStartOfAHostedApplication()
    {
        var settings = OpenAIRouter.TwoModels("https://api.example.com/v1", "nowhere");
        settings[$"{Client}:ApiKeyVariable"] = "NO_SUCH_VARIABLE_HERE";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddOpenAIModelClients(builder.Configuration);
        builder.Services.AddLanguageRouting(builder.Configuration);
        await using var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => application.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, exception.Failures.Count());
    }

    private static Dictionary<string, string?> InTokenIds(string file, string template)
    {
        var settings = OpenAIRouter.TwoModels("http://127.0.0.1:1/v1", "http://127.0.0.1:1/v1");
        settings["LanguageRouter:Tokenizers:own"] = file;
        settings["LanguageRouter:Models:alpha:Tokenizer"] = "own";
        settings["LanguageRouter:Models:alpha:BaseTokenizer"] = "o200k_base";
        settings["LanguageRouter:Models:alpha:ContextWindow"] = "4096";
        settings[$"{Client}:Protocol"] = "token-ids";
        settings[$"{Client}:Template"] = template;
        return settings;
    }

    private static async Task<IReadOnlyList<string>> FailuresAsync(Dictionary<string, string?> settings)
    {
        await using var router = new OpenAIRouter(settings);
        return [.. Assert.Throws<OptionsValidationException>(() => router.Client).Failures];
    }
}

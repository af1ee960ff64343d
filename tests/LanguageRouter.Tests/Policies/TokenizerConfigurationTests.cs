using LanguageRouter.Policies;
using LanguageRouter.Tests.Tokens.SentencePiece;
using LanguageRouter.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace LanguageRouter.Tests.Policies;

public sealed class TokenizerConfigurationTests : IDisposable
{
    private const string Json = """{"added_tokens":[],"normalizer":null,"pre_tokenizer":null,"decoder":null,"model":{"type":"BPE","vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("router-tokenizers-").FullName;

    public TokenizerConfigurationTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "models"));
        File.WriteAllBytes(Path.Combine(_folder, "models", "small.model"), new ModelWriter().Specials().BytePieces().Piece("天気", -1).Normalizer(3, 0).Normalizer(4, 0).ToArray());
        File.WriteAllText(Path.Combine(_folder, "models", "tokenizer.json"), Json);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void BothKindsOfFilesCountAndGiveIds()
    {
        var counters = Load(("Tokenizers:spm", "models/small.model"), ("Tokenizers:hf", "models/tokenizer.json")).Tokenizers;
        Assert.Equal(1, counters.Get("spm").Count("天気"));
        Assert.Equal(2, counters.Get("hf").Count("abab"));
        Assert.Equal("hf", counters.Get("hf").Name);
        Assert.All(["spm", "hf"], name => Assert.IsAssignableFrom<ITokenEncoder>(counters.Get(name)));
    }

    [Fact]
    public void TheReadingOfTheServerIsTheOneThatIsCounted()
    {
        var counters = Load(("Tokenizers:own", "models/small.model"), ("Tokenizers:served:File", "models/small.model"), ("Tokenizers:served:Reading", "llama-cpp")).Tokenizers;
        Assert.Equal(1 + (3 * 4), counters.Get("own").Count("天気𠮷𠮷𠮷"));
        Assert.Equal(2, counters.Get("served").Count("天気𠮷𠮷𠮷"));
    }

    [Fact]
    public async Task RelativePathsStartAtTheContentRootOfTheHost()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Values(("Tokenizers:spm", "models/small.model"))).Build();
        var host = Substitute.For<IHostEnvironment>();
        host.ContentRootPath.Returns(_folder);
        await using var services = new ServiceCollection().AddSingleton(host).AddLanguageRouting(configuration).AddModelClient("m", Testing.TestChatClient.Answering("x")).BuildServiceProvider();
        var router = services.GetRequiredService<LanguageRoutingChatClient>();
        Assert.Equal(1, ((RoutingConfiguration)router.GetService(typeof(RoutingConfiguration))!).Tokenizers.Get("spm").Count("天気"));
    }

    [Fact]
    public void AVocabularyIsReadOnceWhileItIsInUse()
    {
        var first = Load(("Tokenizers:spm", "models/small.model")).Tokenizers.Get("spm");
        Assert.Same(first, Load(("Tokenizers:spm", "models/small.model")).Tokenizers.Get("spm"));
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "models", "small.model"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.NotSame(first, Load(("Tokenizers:spm", "models/small.model")).Tokenizers.Get("spm"));
        GC.KeepAlive(first);
    }

    [Theory]
    [InlineData("Tokenizers:a:Files", "x.model", "Tokenizers:a:Files is not a setting. Fix: remove it, or use one of File, Reading")]
    [InlineData("Tokenizers:a:Reading", "llama", "Tokenizers:a:Reading is 'llama'. Fix: write one of sentence-piece, llama-cpp")]
    [InlineData("Tokenizers:a", "", "Tokenizers:a names no file. Fix: write the path of a SentencePiece .model or of a tokenizer.json")]
    [InlineData("Tokenizers:a", "models/none.json", "which does not exist. Fix: correct the path (a relative one starts at the application's content root")]
    [InlineData("Models:m:BaseTokenizer", "llama2", "Models:m:BaseTokenizer is 'llama2', which is neither built in")]
    [InlineData("Models:m:BaseTokenizer", "o200k_base", "Models:m:BaseTokenizer is 'o200k_base', the model's own tokenizer. Fix: name the one to compare with")]
    public void AMistakeIsReportedWithItsFix(string key, string value, string expected) =>
        Assert.Contains(Failures((key, value), ("Models:m:Tokenizer", "o200k_base")), failure => failure.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void AReadingOfAJsonIsAMistake() => Assert.Contains(
        "Tokenizers:a:Reading is 'llama-cpp', but a tokenizer.json has one reading only",
        Assert.Single(Failures(("Tokenizers:a:File", "models/tokenizer.json"), ("Tokenizers:a:Reading", "llama-cpp"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"added_tokens":[],"normalizer":{"type":"BertNormalizer"},"pre_tokenizer":null,"decoder":null,"model":{"type":"BPE","vocab":{"a":0},"merges":[]}}""", "asks for the normalizer 'BertNormalizer', which is not supported")]
    [InlineData("""{"added_tokens":[]""", "is no tokenizer.json that can be used")]
    public void AFileThatCannotBeUsedIsNamedWithWhatIsWrong(string content, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "models", "tokenizer.json"), content);
        var failure = Assert.Single(Failures(("Tokenizers:a", "models/tokenizer.json")));
        Assert.Contains(expected, failure, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder, "models", "tokenizer.json"), failure, StringComparison.Ordinal);
    }

    private RoutingConfiguration Load(params (string Key, string Value)[] values) => RoutingConfiguration.Load(
        new ConfigurationBuilder().AddInMemoryCollection(Values(values)).Build().GetSection("LanguageRouter"), _folder);

    private IEnumerable<string> Failures(params (string Key, string Value)[] values) => Assert.Throws<OptionsValidationException>(() => Load(values)).Failures;

    private static Dictionary<string, string?> Values(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:m:ModelId"] = "m-1",
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "m",
            ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
        };
        foreach (var (key, value) in values)
        {
            all[$"LanguageRouter:{key}"] = value;
        }

        return all;
    }
}

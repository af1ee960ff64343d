using System.Text.Json;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>What options say to the model is translated once; what a tool gets and says stays, except where a policy calls it prose.</summary>
public sealed class ToolTests
{
    private const string Question = "これは何ですか？";

    private static readonly JsonElement Schema = JsonDocument.Parse(
        """
        {"type":"object","description":"探し方です。","properties":{"query":{"type":"string","description":"探す言葉です。"},"kind":{"type":"string","enum":["本","絵"],"description":"種類です。"},
        "description":{"type":"string","description":"説明です。","default":"既定です。"},"place":{"type":"object","default":{"description":"場所です。"}}},"examples":[{"description":"例です。"}]}
        """).RootElement;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DefinitionsAreTranslatedOnceForATenantAndStayTheSame()
    {
        var translator = PseudoTranslator.Create();
        var model = new CallbackChatClient("Fine.");
        using var client = new TranslatingChatClient(model, translator);
        var tool = AIFunctionFactory.CreateDeclaration("search", "文書を探します。", Schema);
        var callable = AIFunctionFactory.Create(() => 7, "count", "数えます。");
        var english = AIFunctionFactory.Create(() => 7, "plain", "Counts.");
        var options = new ChatOptions { Tools = [tool, callable, english, new HostedWebSearchTool()], Instructions = "親切に答えてください。" }.WithTranslation(new() { Tenant = "a" });
        var definitions = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await client.GetResponseAsync(Question, options, Token);
            var sent = model.LastOptions!;
            definitions.Add(sent.Instructions + string.Join('\n', sent.Tools!.OfType<AIFunctionDeclaration>().Select(t => $"{t.Name} {t.Description} {t.JsonSchema.GetRawText()}")));
            Assert.Same(english, sent.Tools![2]);
            Assert.IsType<HostedWebSearchTool>(sent.Tools![3]);
            Assert.Equal("7", (await ((AIFunction)sent.Tools![1]).InvokeAsync(null, Token))?.ToString());
        }

        Assert.Single(definitions.Distinct(StringComparer.Ordinal));

        // Every description is English now, every name and literal is what it was, and the caller's own options are untouched.
        var schema = ((AIFunctionDeclaration)model.LastOptions!.Tools![0]).JsonSchema.GetRawText();
        var expected = Schema.GetRawText();
        foreach (var text in new[] { "探し方です。", "探す言葉です。", "種類です。", "説明です。" })
        {
            expected = expected.Replace(text, PseudoTranslator.Translate(text, "en"), StringComparison.Ordinal);
        }

        Assert.Equal(expected, schema);
        Assert.Equal(PseudoTranslator.Translate("親切に答えてください。", "en"), model.LastOptions.Instructions);
        Assert.Equal("文書を探します。", options.Tools![0].Description);

        // The question, the instructions and two tools take one call each, not one a turn; the answer takes one a turn. Another tenant has its own.
        Assert.Equal(4 + 3, translator.Calls);
        await client.GetResponseAsync(Question, options.Clone().WithTranslation(new() { Tenant = "b" }), Token);
        Assert.Equal(4 + 3 + 4 + 1, translator.Calls);
    }

    [Fact]
    public async Task DescriptionsOfAnAnswersSchemaAreTranslatedAndItsFormStays()
    {
        var model = new CallbackChatClient("""{"title":"A cat."}""");
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create());
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"title":{"type":"string","description":"題名です。"}}}""").RootElement;
        var response = await client.GetResponseAsync(Question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "answer", "答えです。") }, Token);
        var sent = Assert.IsType<ChatResponseFormatJson>(model.LastOptions!.ResponseFormat);
        Assert.Equal(("answer", PseudoTranslator.Translate("答えです。", "en")), (sent.SchemaName, sent.SchemaDescription));
        Assert.Contains(PseudoTranslator.Translate("題名です。", "en"), sent.Schema!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Equal($$"""{"title":"{{PseudoTranslator.Translate("A cat.", "ja")}}"}""", response.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ArgumentsThatAreProseGoToTheToolInJapaneseAndStayTheModelsOwnForTheModel(bool streamed)
    {
        var given = new Dictionary<string, object?>
        {
            ["query"] = "small cats", ["id"] = "cat one", ["limit"] = 3, ["filter"] = JsonDocument.Parse("""{"words":["black cat","dog"],"code":"a cat"}""").RootElement,
        };
        var call = new FunctionCallContent("1", "search", given);
        var model = new UpdatesChatClient(new ChatResponseUpdate(ChatRole.Assistant, "I look. "), new ChatResponseUpdate(ChatRole.Assistant, [call]));
        var inner = new CallbackChatClient("Fine.");
        var options = new TranslationOptions { ToolText = { ["search"] = new ToolText { Arguments = new HashSet<string> { "query", "filter", "words" } } } };
        using var client = new TranslatingChatClient(new Switching(model, inner), PseudoTranslator.Create(), options);
        var response = streamed
            ? await client.GetStreamingResponseAsync(Question, null, Token).ToChatResponseAsync(Token)
            : await client.GetResponseAsync(Question, null, Token);
        var sent = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Single();
        Assert.Equal(PseudoTranslator.Translate("small cats", "ja"), sent.Arguments!["query"]);
        Assert.Equal(("cat one", 3), (sent.Arguments["id"], sent.Arguments["limit"]));
        var filter = (JsonElement)sent.Arguments["filter"]!;
        Assert.Equal(PseudoTranslator.Translate("black cat", "ja"), filter.GetProperty("words")[0].GetString());
        Assert.Equal("a cat", filter.GetProperty("code").GetString());

        List<ChatMessage> next = [new(ChatRole.User, Question), .. response.Messages, new(ChatRole.Tool, [new FunctionResultContent("1", "見つかりました。")]), new(ChatRole.User, "次は何ですか？")];
        await client.GetResponseAsync(next, null, Token);
        var own = inner.Requests[0].SelectMany(m => m.Contents).OfType<FunctionCallContent>().Single();
        Assert.Equal("small cats", own.Arguments!["query"]);
        Assert.Equal("black cat", ((JsonElement)own.Arguments["filter"]!).GetProperty("words")[0].GetString());
    }

    // The first call goes to one client, the others to another.
    private sealed class Switching(IChatClient first, IChatClient others) : IChatClient
    {
        private int _calls;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            (_calls++ == 0 ? first : others).GetResponseAsync(messages, options, cancellationToken);

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            (_calls++ == 0 ? first : others).GetStreamingResponseAsync(messages, options, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

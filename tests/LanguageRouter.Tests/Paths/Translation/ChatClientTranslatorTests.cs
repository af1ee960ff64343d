using System.Text.Json;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class ChatClientTranslatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"segments":[{"id":2,"text":"b"},{"id":1,"text":"a"}]}""", "a", "b")]
    [InlineData("```json\n{\"segments\":[{\"id\":1,\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}]}\n```", "a", "b")]
    [InlineData("""{"segments":[{"id":1,"text":"a"}]}""", "a", null)]
    [InlineData("""{"segments":[{"id":1,"text":"a"},{"id":1,"text":"x"},{"id":2,"text":"b"}]}""", null, "b")]
    [InlineData("""{"segments":[{"id":1,"text":"a"},{"id":2,"text":7},{"id":3,"text":"c"},{"id":"2","text":"z"}]}""", "a", null)]
    [InlineData("""{"segments":[{"id":1,"text":"a"},{"id":2,"text":"b""", null, null)]
    [InlineData("""{"segments":[{"id":1,"text":"\ud800"},{"id":2,"text":"b"}]}""", null, null)]
    [InlineData("""[{"id":1,"text":"a"}]""", null, null)]
    [InlineData("I am sorry.", null, null)]
    [InlineData("", null, null)]
    public async Task ReadsSlots(string answer, string? first, string? second)
    {
        var result = await new ChatClientTranslator(new CallbackChatClient(answer)).TranslateAsync(Request(), Token);
        Assert.Equal([first, second], result.Texts);
    }

    [Fact]
    public async Task SendsTextAsDataAndNothingElse()
    {
        var model = new CallbackChatClient("{}");
        await new ChatClientTranslator(model).TranslateAsync(Request() with { Register = Register.Plain, TargetLanguage = "ja", SourceLanguage = "en", Terms = [new("cat", "ねこ")], Context = "前" }, Token);
        using var json = JsonDocument.Parse(model.Requests[0][1].Text);
        var root = json.RootElement;
        Assert.Equal("\"}]} \"引用\" ⟦1⟧", root.GetProperty("segments")[0].GetProperty("text").GetString());
        Assert.Equal("lost", root.GetProperty("segments")[1].GetProperty("problem").GetString());
        Assert.Equal("ねこ", root.GetProperty("terms").GetProperty("cat").GetString());
        Assert.Contains("plain", root.GetProperty("style").GetString(), StringComparison.Ordinal);
        Assert.Contains("引用", model.Requests[0][1].Text, StringComparison.Ordinal);
        Assert.Equal(ChatRole.System, model.Requests[0][0].Role);
        Assert.DoesNotContain("引用", model.Requests[0][0].Text, StringComparison.Ordinal);
    }

    private static TranslationRequest Request() => new()
    {
        SourceLanguage = "ja",
        TargetLanguage = "en",
        Segments = [new("\"}]} \"引用\" ⟦1⟧", ["⟦1⟧"]), new("二", []) { Problem = "lost" }],
    };
}

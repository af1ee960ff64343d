using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

public sealed class SignalsTests
{
    [Fact]
    public async Task Signals_need_no_configuration()
    {
        var run = await ToolRun.WithInputAsync("""{"id":"q","prompt":"富士山の高さは何メートルですか？"}""", "signals", "-i", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        var line = Assert.Single(run.JsonLines);
        foreach (var name in (string[])["id", "language", "confidence", "languages", "answerLanguage", "taskKind", "evidence", "register", "characters", "tokens"])
        {
            Assert.True(line.TryGetProperty(name, out _), name);
        }

        var tokens = line.GetProperty("tokens").GetProperty("o200k_base");
        Assert.InRange(tokens.GetProperty("exact").GetInt32(), tokens.GetProperty("low").GetInt32(), tokens.GetProperty("high").GetInt32());
        Assert.True(line.GetProperty("tokens").TryGetProperty("cl100k_base", out _));
    }

    [Fact]
    public async Task A_tokenizer_file_is_counted_too()
    {
        var model = TestFiles.Data("ja-tokenizers", "llm-jp-tokenizer-100k.ver3.1.model");

        var run = await ToolRun.WithInputAsync("""{"prompt":"日本語の文章です。"}""", "signals", "-i", "-", "--tokenizer", $"llm-jp={model}");

        Assert.Equal(0, run.ExitCode);
        Assert.True(run.JsonLines[0].GetProperty("tokens").GetProperty("llm-jp").GetProperty("exact").GetInt32() is > 1 and < 9);
    }

    [Theory]
    [InlineData("llm-jp", "is not name=path")]
    [InlineData("llm-jp=missing.model", "missing.model' cannot be read")]
    [InlineData("o200k_base=missing.model", "is taken")]
    public async Task A_bad_tokenizer_is_a_usage_error(string tokenizer, string message)
    {
        var run = await ToolRun.WithInputAsync("", "signals", "-i", "-", "--tokenizer", tokenizer);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}

using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

public sealed class ToolCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    [InlineData("explain", "text")]
    [InlineData("simulate", "--config", "settings.json")]
    [InlineData("signals")]
    [InlineData("policy")]
    [InlineData("policy", "check")]
    [InlineData("signals", "-i", "-", "--nonsense")]
    public async Task A_wrong_command_line_is_a_usage_error(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("Fix: language-router --help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("simulate", "--help")]
    [InlineData("--version")]
    public async Task Help_and_version_go_to_the_output(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_usage_error()
    {
        var missing = TestFiles.New("missing.jsonl");

        var input = await ToolRun.OfAsync("signals", "-i", missing);
        var config = await ToolRun.OfAsync("explain", "質問", "-c", missing);
        var output = await ToolRun.OfAsync("signals", "-i", TestFiles.RealModels, "-o", Path.Combine(missing, "out.jsonl"));
        var same = await ToolRun.OfAsync("signals", "-i", TestFiles.RealModels, "-o", TestFiles.RealModels);

        Assert.All([input, config, output, same], run =>
        {
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("Fix: ", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        });
        Assert.Contains("is the input itself", same.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_with_mistakes_lists_all_of_them()
    {
        var config = TestFiles.Write("bad.json", """{ "LanguageRouter": { "Models": { "m": { "InputPrice": -1, "OutputPrice": -2 } } } }""");

        var run = await ToolRun.OfAsync("simulate", "-i", "-", "-c", config);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Models:m:InputPrice", run.Error, StringComparison.Ordinal);
        Assert.Contains("Models:m:OutputPrice", run.Error, StringComparison.Ordinal);
    }
}

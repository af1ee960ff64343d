using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

public sealed class ExplainTests
{
    [Fact]
    public async Task The_table_shows_signals_candidates_bills_and_the_choice()
    {
        var run = await ToolRun.OfAsync("explain", "三角形の内角の和は何度ですか？", "--config", TestFiles.RealModels);

        Assert.Equal(0, run.ExitCode);
        Assert.All((string[])["Signals", "Candidates", "Bills", "Choice", "gpt-4o-behind-translation", "translate-out", "observed: "], text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.NotEqual(0xEF, run.OutputBytes[0]);
    }

    [Fact]
    public async Task Json_is_one_object()
    {
        var run = await ToolRun.WithInputAsync("東京の天気は？\n", "explain", "-", "-c", TestFiles.RealModels, "--json", "--tenant", "frugal");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("frugal", run.Json.GetProperty("tenant").GetString());
        Assert.Equal("東京の天気は？".Length, run.Json.GetProperty("signals").GetProperty("characters").GetInt32());
    }

    [Fact]
    public async Task A_tenant_that_is_not_configured_is_named()
    {
        var run = await ToolRun.OfAsync("explain", "質問", "-c", TestFiles.RealModels, "-t", "fruggal", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Tenant 'fruggal' is not configured and takes the defaults; configured are: domestic, frugal.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@tanaka さんに返信して")]
    [InlineData("-5 の絶対値は？")]
    [InlineData("--- 以下を要約 ---")]
    [InlineData("")]
    [InlineData("[diagram] を説明して")]
    public async Task Any_text_can_be_explained(string text)
    {
        var run = await ToolRun.OfAsync("explain", "-c", TestFiles.RealModels, "--json", "--", text);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(text.Length, run.Json.GetProperty("signals").GetProperty("characters").GetInt32());
    }
}

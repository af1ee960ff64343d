using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

public sealed class PolicyDiffTests
{
    [Fact]
    public async Task A_file_compared_with_itself_decides_alike()
    {
        var run = await ToolRun.OfAsync("policy", "diff", TestFiles.RealModels, TestFiles.RealModels);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("decide alike", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raised_floor_is_said_in_words_with_the_requests_that_move()
    {
        var run = await ToolRun.OfAsync("policy", "diff", TestFiles.RealModels, Changed("\"QualityFloor\": -20", "\"QualityFloor\": 0"), "--json");
        var words = await ToolRun.OfAsync("policy", "diff", TestFiles.RealModels, Changed("\"QualityFloor\": -20", "\"QualityFloor\": 0"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("QualityFloor -20 -> 0: routes that may lose more than 0 points against 'gpt-4o' are no longer taken.", run.Output, StringComparison.Ordinal);
        Assert.Contains("frugal", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("domestic", run.Output, StringComparison.Ordinal);
        Assert.True(run.Json.GetProperty("moved").GetInt32() > 0);
        Assert.Contains("typical requests go elsewhere", words.Output, StringComparison.Ordinal);
        Assert.Contains("frugal:", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_and_a_tenant_that_is_gone_are_said_too()
    {
        var after = Changed("\"InputPrice\": 2.5", "\"InputPrice\": 1.5", "\"domestic\"", "\"national\"");

        var run = await ToolRun.OfAsync("policy", "diff", TestFiles.RealModels, after, "--json");

        Assert.Contains("model 'gpt-4o': price of input 2.5 -> 1.5.", run.Output, StringComparison.Ordinal);
        Assert.Contains("the tenant is gone", run.Output, StringComparison.Ordinal);
        Assert.Contains("the tenant is new", run.Output, StringComparison.Ordinal);
        Assert.True(run.Json.GetProperty("requests").GetInt32() > 0);
    }

    [Fact]
    public async Task Requests_of_a_file_are_decided_under_both()
    {
        var prompts = TestFiles.Write("prompts.jsonl", "{\"prompt\":\"光合成の仕組みを説明してください。\"}\n{\"prompt\":\"Explain photosynthesis.\"}\n");

        var run = await ToolRun.OfAsync("policy", "diff", TestFiles.RealModels, Changed("\"Mode\": \"observe\"", "\"Mode\": \"enforce\""), "--input", prompts, "--tenant", "unknown", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Json.GetProperty("requests").GetInt32());
        Assert.Contains("'unknown' is not configured", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_a_tenant_are_shown_with_what_they_come_from()
    {
        var run = await ToolRun.OfAsync("policy", "show", TestFiles.RealModels, "--tenant", "frugal");
        var json = await ToolRun.OfAsync("policy", "show", TestFiles.RealModels, "--tenant", "frugal", "--json");

        Assert.Contains("frugal <- Defaults", run.Output, StringComparison.Ordinal);
        Assert.Contains("CostWeight", run.Output, StringComparison.Ordinal);
        Assert.Equal("-20", json.Json.GetProperty("settings").GetProperty("QualityFloor").GetString());
    }

    private static string Changed(params string[] replacements)
    {
        var text = File.ReadAllText(TestFiles.RealModels);
        for (var i = 0; i < replacements.Length; i += 2)
        {
            Assert.Contains(replacements[i], text, StringComparison.Ordinal);
            text = text.Replace(replacements[i], replacements[i + 1], StringComparison.Ordinal);
        }

        return TestFiles.Write("after.json", text);
    }
}

using LanguageRouter.Learning;
using LanguageRouter.Review.Store;
using LanguageRouter.Signals;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests.Accounting;

public sealed class AccountCommandTests
{
    private const string Policy = """
        {"LanguageRouter":{"Models":{"gpt-4o":{"Tokenizer":"o200k_base","InputPrice":2.5,"OutputPrice":10},"gpt-4o-mini":{"Tokenizer":"o200k_base","InputPrice":0.15,"OutputPrice":0.6}},
        "Routes":[{"Name":"direct","Kind":"direct","Model":"gpt-4o"},{"Name":"english","Kind":"translated","Model":"gpt-4o","Translator":"gpt-4o-mini"}],
        "Defaults":{"Mode":"enforce","DefaultRoute":"direct","QualityFloor":FLOOR}}}
        """;

    [Fact]
    public async Task Verdicts_are_printed_with_what_they_rest_on()
    {
        var store = await AccountFiles.StoreAsync();
        var run = await ToolRun.OfAsync("verdict", "--store", store, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var verdict = run.Json.GetProperty("verdicts").EnumerateArray().Single(verdict => verdict.GetProperty("task").GetString() == "math");
        Assert.Equal("beneficial", verdict.GetProperty("verdict").GetString());
        Assert.Equal((100, 40, 60), (verdict.GetProperty("wins").GetInt32(), verdict.GetProperty("ties").GetInt32(), verdict.GetProperty("losses").GetInt32()));
        Assert.Equal(0.5, verdict.GetProperty("saving").GetProperty("estimate").GetDouble(), 6);
        Assert.Equal(-0.5, verdict.GetProperty("timeSaving").GetProperty("estimate").GetDouble(), 6);
        var table = await ToolRun.OfAsync("verdict", "--store", store, "--tenant", "acme");
        Assert.Contains("beneficial", table.Output, StringComparison.Ordinal);
        Assert.Contains("100/40/60", table.Output, StringComparison.Ordinal);

        // 200 shadow runs of 0.002 and their judges of 0.0001.
        Assert.Contains("$0.420 for shadow runs", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_says_what_moves_and_what_that_costs()
    {
        var store = await AccountFiles.StoreAsync();
        var policy = TestFiles.Write("policy.json", Policy.Replace("FLOOR", "50", StringComparison.Ordinal));
        var run = await ToolRun.OfAsync("replay", "--policy", policy, "--store", store, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(200, run.Json.GetProperty("records").GetInt32());
        Assert.Equal("direct", run.Json.GetProperty("moves")[0].GetProperty("to").GetString());
        Assert.Equal(0.2m, run.Json.GetProperty("recordedCostUsd").GetDecimal());
        Assert.Equal(0.4m, run.Json.GetProperty("policyCostUsd").GetDecimal());
        Assert.Equal(0.4, run.Json.GetProperty("comparedScore").GetProperty("estimate").GetDouble(), 6);
        Assert.Contains("200 replayed", (await ToolRun.OfAsync("replay", "--policy", policy, "--store", store)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verdict", "--store", "nowhere.db")]
    [InlineData("replay", "--policy", "nowhere.json", "--store", "nowhere.db")]
    [InlineData("learning", "show", "--state", "nowhere.json")]
    [InlineData("evaluate", "--outcomes", "nowhere.jsonl")]
    public async Task A_missing_file_is_named(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(arguments);
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
        Assert.Contains("Fix:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learnt_is_shown_and_forgotten()
    {
        var learner = new QualityLearner();
        foreach (var tenant in (string[])["acme", "other"])
        {
            learner.Observe(new QualityObservation { Tenant = tenant, Route = "english", Against = "direct", Task = TaskKind.Math, Language = "ja", Score = 1, Time = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) });
        }

        var state = TestFiles.Write("learnt.json", learner.Export());
        var shown = await ToolRun.OfAsync("learning", "show", "--state", state);
        Assert.Contains("acme", shown.Output, StringComparison.Ordinal);
        Assert.Contains("math", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.OfAsync("learning", "reset", "--state", state, "--tenant", "acme")).ExitCode);
        var left = await ToolRun.OfAsync("learning", "show", "--state", state);
        Assert.DoesNotContain("acme", left.Output, StringComparison.Ordinal);
        Assert.Contains("other", left.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await ToolRun.OfAsync("learning", "reset", "--state", state, "--tenant", "acme")).ExitCode);
        Assert.Equal(ExitCodes.Usage, (await ToolRun.OfAsync("learning", "show", "--state", TestFiles.Write("bad.json", "{}"))).ExitCode);
    }

    [Fact]
    public async Task What_an_application_keeps_in_its_store_is_shown_written_out_and_forgotten()
    {
        var learner = new QualityLearner();
        learner.Observe(new QualityObservation { Tenant = "acme", Route = "english", Against = "direct", Task = TaskKind.Math, Language = "ja", Score = 1, Time = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) });
        var path = await AccountFiles.StoreAsync();
        await using (var store = RecordStores.Sqlite(path))
        {
            await store.WriteDocumentAsync("learnt-quality/a", learner.Export(), TestContext.Current.CancellationToken);
            await store.WriteDocumentAsync("learnt-usage/a", """{"version":1,"tenants":[{"name":"other"}]}""", TestContext.Current.CancellationToken);
        }

        Assert.Contains("acme", (await ToolRun.OfAsync("learning", "show", "--store", path, "--instance", "a")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("acme", (await ToolRun.OfAsync("learning", "show", "--store", path)).Output, StringComparison.Ordinal);
        var output = TestFiles.New("quality.json");
        Assert.Equal(0, (await ToolRun.OfAsync("learning", "export", "--store", path, "--instance", "a", "--output", output)).ExitCode);
        Assert.Equal(learner.Export(), await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
        Assert.Contains("\"other\"", (await ToolRun.OfAsync("learning", "export", "--store", path, "--instance", "a", "--usage", "--output", "-")).Output, StringComparison.Ordinal);
        Assert.Contains("nothing learnt", (await ToolRun.OfAsync("learning", "export", "--store", path, "--output", "-")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.OfAsync("learning", "reset", "--store", path, "--instance", "a", "--tenant", "acme")).ExitCode);
        await using (var store = RecordStores.Sqlite(path, readOnly: true))
        {
            Assert.Null(await store.ReadDocumentAsync("learnt-quality/a", TestContext.Current.CancellationToken));
            Assert.NotNull(await store.ReadDocumentAsync("learnt-usage/a", TestContext.Current.CancellationToken));
        }

        Assert.Contains("either --store", (await ToolRun.OfAsync("learning", "show")).Error, StringComparison.Ordinal);
    }
}

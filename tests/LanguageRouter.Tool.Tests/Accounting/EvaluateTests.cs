using System.Globalization;
using System.Text;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests.Accounting;

public sealed class EvaluateTests
{
    [Fact]
    public async Task Two_judges_tables_are_evaluated_and_drawn()
    {
        var (prompts, first, second) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < 60; i++)
        {
            var isMath = i % 2 == 0;
            prompts.AppendLine(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","prompt":"{{(isMath ? $"次の計算をしてください。りんごが{i + 2}個あります。3人で分けると1人何個ですか。" : $"友人への手紙を敬語で書き直してください。その{i}")}}"}""");
            foreach (var table in (StringBuilder[])[first, second])
            {
                table.AppendLine(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","route":"strong","quality":{{(isMath ? "0.9" : "0.4")}},"outputTokens":100}""");
                table.AppendLine(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","route":"local","quality":{{(isMath ? "0.5" : "0.7")}},"outputTokens":80}""");
            }
        }

        var plot = TestFiles.New("curves.svg");
        var run = await ToolRun.OfAsync(
            "evaluate", "--outcomes", TestFiles.Write("judge-a.jsonl", first.ToString()), "--outcomes", TestFiles.Write("judge-b.jsonl", second.ToString()), "--prompts", TestFiles.Write("prompts.jsonl", prompts.ToString()),
            "--price", "strong=1/4", "--price", "local=0.1/0.2", "--plot", plot, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var pairs = run.Json.GetProperty("pairs").EnumerateArray().ToList();
        Assert.Equal(["task kind", "wording"], pairs.Select(pair => pair.GetProperty("learner").GetString()));
        Assert.All(pairs, pair =>
        {
            Assert.Equal(("local", "strong"), (pair.GetProperty("cheap").GetString(), pair.GetProperty("dear").GetString()));
            Assert.Equal(0.15, pair.GetProperty("gain").GetProperty("estimate").GetDouble(), 6);
            Assert.Equal(0, pair.GetProperty("regret").GetDouble(), 6);
            Assert.True(pair.GetProperty("crossJudged").GetBoolean());
            Assert.True(pair.GetProperty("aboveLine").GetProperty("low").GetDouble() > 0);
        });
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(plot, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_costs_asks_for_a_price()
    {
        var table = TestFiles.Write("t.jsonl", """
            {"id":"1","route":"a","quality":1,"outputTokens":10}
            {"id":"1","route":"b","quality":0,"outputTokens":10}
            """);
        var run = await ToolRun.OfAsync("evaluate", "--outcomes", table, "--price", "a=1/1");
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("--price b=INPUT/OUTPUT", run.Error, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests.Accounting;

public sealed class WordingTests
{
    private const int Prompts = 60;

    private static readonly string Texts = Lines(i => [$$"""{"id":"{{i}}","prompt":"{{Text(i)}}"}"""]);

    [Fact]
    public async Task What_was_learnt_decides_and_is_explained()
    {
        var output = TestFiles.New("wording.json");
        var run = await ToolRun.OfAsync(
            "learning", "wording", "--outcomes", Table("judge-a.jsonl"), "--outcomes", Table("judge-b.jsonl"), "--prompts", TestFiles.Write("prompts.jsonl", Texts),
            "--judge", "judge-a", "--model", "local=swallow", "frontier", "--without", "broken", "-o", output);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Learnt from 60 of 60 prompts (language ja) and 2 routes, judged by judge-a.", run.Error, StringComparison.Ordinal);
        Assert.Contains("local or frontier: +15.0 points over the better of them on prompts left out [95 %: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("scored by judge-b.", run.Error, StringComparison.Ordinal);
        var config = TestFiles.Write("settings.json", $$"""
            {
              "LanguageRouter": {
                "Models": {
                  "frontier": { "Provider": "a", "Tokenizer": "o200k_base", "InputPrice": 1, "OutputPrice": 4 },
                  "local": { "Provider": "b", "Tokenizer": "o200k_base", "InputPrice": 0.1, "OutputPrice": 0.2 }
                },
                "Routes": [ { "Name": "frontier", "Kind": "direct", "Model": "frontier" }, { "Name": "local", "Kind": "direct", "Model": "local" } ],
                "Defaults": { "Mode": "enforce", "DefaultRoute": "frontier" },
                "Tenants": { "acme": { "Learning": { "Wording": "{{Path.GetFileName(output)}}" } } }
              }
            }
            """);
        File.Copy(output, Path.Combine(Path.GetDirectoryName(config)!, Path.GetFileName(output)), overwrite: true);
        Assert.Equal("local", (await ExplainAsync(config, Text(1), "acme")).Route);
        Assert.Equal("frontier", (await ExplainAsync(config, Text(0), "acme")).Route);
        Assert.Equal("frontier", (await ExplainAsync(config, Text(1), "other")).Route);
        var (_, quality) = await ExplainAsync(config, Text(1), "acme");
        Assert.Equal("predicted", quality.GetProperty("evidence").GetString());
        Assert.Equal("predicted by wording, 60 items judged by judge-a", quality.GetProperty("source").GetString());
    }

    [Fact]
    public async Task One_judge_alone_is_said_to_flatter()
    {
        var run = await ToolRun.OfAsync("learning", "wording", "--outcomes", Table("judge-a.jsonl"), "--prompts", TestFiles.Write("prompts.jsonl", Texts), "--model", "swallow", "--model", "frontier", "-o", TestFiles.New("wording.json"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("scored by judge-a itself: flattering", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swallow", "frontier", "judge-c", "No table is judged by 'judge-c'. Fix: name one with --judge: judge-a, judge-b.")]
    [InlineData("swallow", "frontier", null, "The tables have several judges. Fix: name one with --judge: judge-a, judge-b.")]
    [InlineData("swallow", "swallow", "judge-a", "Fix: name two models or more, each once.")]
    [InlineData("swallow", "llama", "judge-a", "The tables have no route 'llama'. Fix: name one of broken, frontier, swallow.")]
    public async Task A_mistake_is_named_with_its_fix(string one, string other, string? judge, string message)
    {
        string[] named = judge is null ? [] : ["--judge", judge];
        var run = await ToolRun.OfAsync([
            "learning", "wording", "--outcomes", Table("judge-a.jsonl"), "--outcomes", Table("judge-b.jsonl"), "--prompts", TestFiles.Write("prompts.jsonl", Texts),
            "--model", one, "--model", other, .. named, "-o", TestFiles.New("wording.json")]);
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static async Task<(string? Route, System.Text.Json.JsonElement Quality)> ExplainAsync(string config, string text, string tenant)
    {
        var run = await ToolRun.OfAsync("explain", text, "--config", config, "--tenant", tenant, "--json");
        Assert.Equal(0, run.ExitCode);
        var local = run.Json.GetProperty("candidates").EnumerateArray().Single(candidate => candidate.GetProperty("name").GetString() == "local");
        return (run.Json.GetProperty("route").GetString(), local.GetProperty("quality"));
    }

    private static string Table(string name) => TestFiles.Write(name, Lines(i =>
    [
        $$"""{"id":"{{i}}","route":"frontier","quality":{{(IsMath(i) ? "0.9" : "0.4")}}}""",
        $$"""{"id":"{{i}}","route":"swallow","quality":{{(IsMath(i) ? "0.5" : "0.7")}}}""",
        $$"""{"id":"{{i}}","route":"broken","quality":{{(i % 3 == 0 ? "0.1" : "0.2")}}}""",
    ]));

    private static string Text(int i) => IsMath(i) ? $"次の計算をしてください。りんごが{i + 2}個あります。3人で分けると1人何個ですか。" : $"友人への手紙を敬語で書き直してください。その{i}";

    private static bool IsMath(int i) => i % 2 == 0;

    private static string Lines(Func<int, IEnumerable<string>> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Prompts; i++)
        {
            foreach (var line in lines(i))
            {
                text.Append(CultureInfo.InvariantCulture, $"{line}\n");
            }
        }

        return text.ToString();
    }
}

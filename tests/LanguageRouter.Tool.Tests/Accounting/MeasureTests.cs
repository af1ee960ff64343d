using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LanguageRouter.OpenAI.Tests.Testing;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests.Accounting;

public sealed partial class MeasureTests
{
    private const string Prompts = """
        {"id":"p1","prompt":"日本の首都はどこですか。"}
        {"id":"p2","prompt":"俳句を一つ詠んでください。"}
        {"id":3,"prompt":"円周率を教えてください。"}
        """;

    [Fact]
    public async Task Prompts_are_run_judged_and_written_and_a_second_run_goes_on()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync(AnswerAsync);
        var (config, prompts, table) = (Config(endpoint), TestFiles.Write("prompts.jsonl", Prompts), TestFiles.New("table.jsonl"));

        // What a prompt may cost does not fit under a small cap: nothing is sent.
        var capped = await RunAsync(config, prompts, table, "0.001");
        Assert.Equal(ExitCodes.Mistakes, capped.ExitCode);
        Assert.Contains("the cap is reached", capped.Error, StringComparison.Ordinal);
        Assert.Empty(endpoint.Requests);
        Assert.Equal(0, (await RunAsync(config, TestFiles.Write("first.jsonl", Prompts.Split('\n')[0]), table, "10")).ExitCode);

        // A line that was cut in its midst is written again.
        await File.AppendAllTextAsync(table, "{\"id\":\"p9\",\"rou", TestContext.Current.CancellationToken);
        var second = await RunAsync(config, prompts, table, "10");
        Assert.Equal((0, "1 were there already"), (second.ExitCode, AlreadyThere().Match(second.Error).Value));
        var rows = (await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken)).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(12, rows.Count);
        Assert.Equal(["p1", "p2", "3"], rows.Select(row => row["id"]!.ToString()).Distinct());
        Assert.All(rows, row => Assert.Equal((string?)row["route"] == "direct" ? 0.5 : 1, (double)row["quality"]!));
        Assert.Equal(["judge-a", "judge-b"], rows.Select(row => (string?)row["judge"]).Distinct());

        // Evaluating takes it as it is, and nothing in it is text of a prompt.
        Assert.Equal(0, (await ToolRun.OfAsync("evaluate", "--outcomes", table, "--json")).ExitCode);
        Assert.DoesNotContain("首都", string.Concat(rows.Select(row => row.ToJsonString())), StringComparison.Ordinal);
        Assert.All(endpoint.Requests, request => Assert.DoesNotContain("native", request.Body.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_route_that_fails_is_an_outcome_and_the_others_go_on()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync((context, request) =>
            request.Model == "local" ? ChatAnswers.OpenAIError(500, "down")(context, request) : AnswerAsync(context, request));
        var table = TestFiles.New("table.jsonl");
        var run = await RunAsync(Config(endpoint), TestFiles.Write("prompts.jsonl", Prompts), table, "10");
        Assert.Equal(0, run.ExitCode);
        var failed = (await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken)).Select(line => JsonNode.Parse(line)!).Where(row => row["failure"] is not null).ToList();
        Assert.Equal(6, failed.Count(row => (string?)row["route"] == "native"));
        Assert.All(failed.Where(row => (string?)row["route"] == "native"), row => Assert.Null(row["quality"]));
    }

    [Fact]
    public async Task What_cannot_be_run_is_named_before_anything_is_sent()
    {
        await using var endpoint = await LoopbackEndpoint.StartAsync(AnswerAsync);
        var prompts = TestFiles.Write("prompts.jsonl", Prompts);
        var route = await ToolRun.OfAsync("measure", "-c", Config(endpoint), "-i", prompts, "-o", TestFiles.New("t.jsonl"), "--route", "direct", "--route", "nosuch", "--judge", "judge-a", "--cap", "1");
        Assert.Contains("'nosuch'", route.Error, StringComparison.Ordinal);
        var judge = await ToolRun.OfAsync("measure", "-c", Config(endpoint), "-i", prompts, "-o", TestFiles.New("t.jsonl"), "--route", "direct", "--route", "native", "--judge", "nosuch", "--cap", "1");
        Assert.Contains("no model 'nosuch' to judge", judge.Error, StringComparison.Ordinal);
        var table = await ToolRun.OfAsync("measure", "-c", Config(endpoint), "-i", prompts, "-o", TestFiles.Write("t.jsonl", "{}\n"), "--route", "direct", "--route", "native", "--judge", "judge-a", "--cap", "1");
        Assert.Contains("no table of this command", table.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2, 2), (route.ExitCode, judge.ExitCode, table.ExitCode));
        Assert.Empty(endpoint.Requests);
    }

    private static Task<ToolRun> RunAsync(string config, string prompts, string table, string cap) =>
        ToolRun.OfAsync("measure", "-c", config, "-i", prompts, "-o", table, "--route", "direct", "--route", "native", "--judge", "judge-a", "--judge", "judge-b", "--cap", cap, "--quiet");

    // The judges prefer the local model's answer, which is the longer one.
    private static Task AnswerAsync(Microsoft.AspNetCore.Http.HttpContext context, ReceivedRequest request)
    {
        var text = request.Body["messages"]!.AsArray()[^1]!["content"]!.ToString();
        var check = CheckNumber().Match(text);
        return ChatAnswers.Whole(context, request, !check.Success
            ? (request.Model == "local" ? "こちらの答えのほうが長いです。" : "短い答え。")
            : $$"""{"check": {{check.Groups[1].Value}}, "better": "{{(FirstIsLong().IsMatch(text) ? "1" : "2")}}"}""");
    }

    private static string Config(LoopbackEndpoint endpoint)
    {
        string Model(string name) => $$"""
            "{{name}}": { "Tokenizer": "o200k_base", "InputPrice": 1, "OutputPrice": 2, "Client": { "Endpoint": "{{endpoint.Address}}" } }
            """;
        string Hypothetical(string model) => $$"""{ "Name": "{{model}}", "Kind": "direct", "Model": "{{model}}", "Hypothetical": true }""";
        return TestFiles.Write("settings.json", $$"""
            { "LanguageRouter": {
              "Models": { {{Model("frontier")}}, {{Model("local")}}, {{Model("judge-a")}}, {{Model("judge-b")}} },
              "Routes": [ { "Name": "direct", "Kind": "direct", "Model": "frontier" }, { "Name": "native", "Kind": "direct", "Model": "local" }, {{Hypothetical("judge-a")}}, {{Hypothetical("judge-b")}} ],
              "Defaults": { "DefaultRoute": "direct" } } }
            """);
    }

    [GeneratedRegex(@"The number is (\d{6})\.")]
    private static partial Regex CheckNumber();

    [GeneratedRegex("\"answer_1\":\"こちら")]
    private static partial Regex FirstIsLong();

    [GeneratedRegex(@"\d+ were there already")]
    private static partial Regex AlreadyThere();
}

using System.Text.Json;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

public sealed class SimulateTests
{
    [Fact]
    public async Task Decisions_come_in_order_with_their_identifiers()
    {
        var input = string.Concat(Enumerable.Range(0, 500).Select(i => $"{{\"id\":\"件{i}\",\"prompt\":\"{new string('あ', i % 50)}質問{i}です。\"}}\n"));

        var run = await ToolRun.WithInputAsync(input, "simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"件{i}"), run.JsonLines.Select(line => line.GetProperty("id").GetString()));
        Assert.Contains("\"id\":\"件0\"", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("500 requests decided", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_has_the_promised_properties()
    {
        var run = await ToolRun.WithInputAsync("""{"id":1,"prompt":"敬語に直してください。"}""", "simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels);

        var line = Assert.Single(run.JsonLines);
        Assert.Equal(1, line.GetProperty("id").GetInt32());
        Assert.Contains(line.GetProperty("kind").GetString(), (string[])["direct", "translated", "adapted"]);
        Assert.Equal("computed", line.GetProperty("origin").GetString());
        Assert.NotEqual(0, line.GetProperty("reasons").GetArrayLength());
        Assert.Equal(5, line.GetProperty("candidates").GetArrayLength());
        foreach (var candidate in line.GetProperty("candidates").EnumerateArray())
        {
            foreach (var name in (string[])["name", "kind", "eligible", "excluded", "costUsd", "quality", "total"])
            {
                Assert.True(candidate.TryGetProperty(name, out _), name);
            }

            Assert.True(candidate.GetProperty("costUsd").GetProperty("likely").GetDecimal() > 0);
        }

        Assert.Equal("ja", line.GetProperty("signals").GetProperty("language").GetString());
        Assert.True(line.GetProperty("signals").GetProperty("tokens").GetProperty("o200k_base").GetProperty("exact").GetInt32() > 0);
    }

    [Fact]
    public async Task Unreadable_lines_are_reported_by_number_and_the_rest_goes_on()
    {
        byte[] input =
        [
            .. "{\"id\":\"a\",\"prompt\":\"一\"}\n"u8,
            .. "{not json}\n"u8,
            .. "\n"u8,
            .. "{\"id\":\"c\",\"question\":\"二\"}\n"u8,
            .. "{\"id\":\"d\",\"prompt\":\""u8, 0xFF, .. "\"}\n"u8,
            .. "[1]\r\n"u8,
            .. "{\"id\":\"e\",\"prompt\":\"\\ud83d\"}\n"u8,
            .. "{\"id\":{},\"prompt\":\"三\"}\n"u8,
            .. "{\"id\":\"z\",\"prompt\":\"四\"}"u8,
        ];

        var run = await ToolRun.WithInputAsync(input, "simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["a", "z"], run.JsonLines.Select(line => line.GetProperty("id").GetString()!));
        Assert.Contains("line 2: The line is no JSON object", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 4: The line has no field 'prompt' or 'messages' or 'text'; it has id, question. Fix: name the field with --field.", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: The line is not UTF-8", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 6: The line is an array", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 7: The line has a lone surrogate", run.Error, StringComparison.Ordinal);
        Assert.Contains("line 8: Field 'id' is an object", run.Error, StringComparison.Ordinal);
        Assert.Contains("6 of 8 lines could not be read.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_price_is_unknown_and_never_zero()
    {
        var config = TestFiles.Write("settings.json", """
            {
              "LanguageRouter": {
                "Models": { "priced": { "Tokenizer": "o200k_base", "InputPrice": 1, "OutputPrice": 2 }, "unpriced": { "Tokenizer": "o200k_base" } },
                "Routes": [ { "Name": "one", "Kind": "direct", "Model": "priced" }, { "Name": "two", "Kind": "direct", "Model": "unpriced" } ],
                "Defaults": { "DefaultRoute": "one", "Mode": "enforce" }
              }
            }
            """);

        var run = await ToolRun.WithInputAsync("{\"prompt\":\"こんにちは\"}\n{\"prompt\":\"質問\"}", "simulate", "-i", "-", "-c", config, "--json");

        Assert.Equal(0, run.ExitCode);
        var unpriced = run.Json.GetProperty("routes")[1].GetProperty("always").GetProperty("costUsd");
        Assert.Equal("model 'unpriced' has no input price", unpriced.GetProperty("unknown").GetString());
        Assert.Equal(2, unpriced.GetProperty("unknownRequests").GetInt32());
        Assert.False(unpriced.TryGetProperty("likely", out _));
        Assert.True(run.Json.GetProperty("routes")[0].GetProperty("always").GetProperty("costUsd").GetProperty("likely").GetDecimal() > 0);
    }

    [Fact]
    public async Task The_always_rows_add_up_the_candidates_and_the_decided_row_the_choices()
    {
        var input = "{\"prompt\":\"光の速さはどのくらいですか？\"}\n{\"prompt\":\"Write a haiku in English.\"}\n{\"prompt\":\"請求書の件名を英語にしてください。\"}";

        var decisions = await ToolRun.WithInputAsync(input, "simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels, "-t", "frugal");
        var summary = (await ToolRun.WithInputAsync(input, "simulate", "-i", "-", "-c", TestFiles.RealModels, "-t", "frugal", "--json")).Json;

        foreach (var route in summary.GetProperty("routes").EnumerateArray())
        {
            var costs = decisions.JsonLines.SelectMany(line => line.GetProperty("candidates").EnumerateArray()).Where(candidate => candidate.GetProperty("name").GetString() == route.GetProperty("name").GetString());
            Assert.Equal(costs.Sum(Likely), Likely(route.GetProperty("always")));
        }

        var chosen = decisions.JsonLines.Select(line => line.GetProperty("candidates").EnumerateArray().Single(candidate => candidate.GetProperty("name").GetString() == line.GetProperty("route").GetString()));
        Assert.Equal(chosen.Sum(Likely), Likely(summary.GetProperty("decided")));
        Assert.True(Likely(summary.GetProperty("cheapest")) <= Likely(summary.GetProperty("decided")));
        Assert.Equal(3, summary.GetProperty("routes").EnumerateArray().Sum(route => route.GetProperty("chosen").GetInt32()));

        static decimal Likely(JsonElement element) => element.GetProperty("costUsd").GetProperty("likely").GetDecimal();
    }

    [Fact]
    public async Task A_request_body_is_decided_with_its_tools()
    {
        var run = await ToolRun.WithInputAsync(
            """{"id":1,"messages":[{"role":"user","content":"東京の天気は？"}],"tools":[{"type":"function","function":{"name":"weather","description":"天気を調べる","parameters":{"type":"object"}}}]}""",
            "simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels);

        var line = Assert.Single(run.JsonLines);
        Assert.Equal(1, line.GetProperty("signals").GetProperty("tools").GetInt32());
        var excluded = line.GetProperty("candidates").EnumerateArray().ToDictionary(candidate => candidate.GetProperty("name").GetString()!, candidate => candidate.GetProperty("excluded").GetString());
        Assert.Equal("lacks-capability", excluded["shisa"]);
        Assert.Equal("not-translatable", excluded["gpt-4o-behind-translation"]);
        var tokens = line.GetProperty("signals").GetProperty("tokens").GetProperty("o200k_base");
        Assert.InRange(tokens.GetProperty("exact").GetInt32(), tokens.GetProperty("low").GetInt32(), tokens.GetProperty("high").GetInt32());
    }
}

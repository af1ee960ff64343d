using System.Net.Http.Json;
using System.Text.Json;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>Compares ids with those of a running engine: <c>engine-ids --engine http://127.0.0.1:8089 [--model FILE] [--generated N] [--seed N]</c>.</summary>
internal static class EngineIdsCommand
{
    public static int Run(EvaluationOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var model = arguments.Text("--model", options.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        using var http = new HttpClient { BaseAddress = new Uri(arguments.Text("--engine", "http://127.0.0.1:8089")) };
        var encoder = SentencePieceEncoder.Load(model, dialect: SentencePieceDialect.LlamaCpp);
        var reference = ReferenceTexts.Read(options.DataFolder);
        var failed = await CompareAsync("reference texts", reference, encoder, http);
        var generated = GeneratedTexts.Create(arguments.Number("--generated", 100_000), arguments.Number("--seed", 1), reference);
        return failed + await CompareAsync("generated texts", generated, encoder, http);
    }

    private static async Task<int> CompareAsync(string name, IEnumerable<string> texts, SentencePieceEncoder encoder, HttpClient http)
    {
        var comparison = new IdComparison();
        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (text, cancellation) =>
        {
            var ids = new List<int>();
            encoder.Encode(text, ids);
            using var response = await http.PostAsJsonAsync("/tokenize", new { content = text }, cancellation);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            comparison.Add(text, ids, [.. answer.GetProperty("tokens").EnumerateArray().Select(id => id.GetInt32())]);
        });
        return comparison.Report(name);
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Checks the path against llama.cpp's own server and its <c>/completion</c>: <c>llama-server --server ADDRESS [--name MODEL] [--texts N]</c>. Start the server with
/// <c>llama-server -m tiny-ja.gguf --alias tiny-ja --lora tiny-ja-lora.gguf --lora-init-without-apply -c 4096 -np 1</c> (the files of shared/engine).
/// </summary>
internal static class LlamaServerCommand
{
    public static int Run(EvaluationOptions options) => RunAsync(options).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var address = new Uri(arguments.Text("--server", "http://127.0.0.1:8080"));
        var name = arguments.Text("--name", "tiny-ja");
        var file = arguments.Text("--model", options.PathOf("ja-tokenizers/llm-jp-tokenizer-100k.ver3.1.model"));
        using var http = new HttpClient { BaseAddress = address };
        var (own, server) = (SentencePieceEncoder.Load(file), SentencePieceEncoder.Load(file, dialect: SentencePieceDialect.LlamaCpp));
        AdaptedModel Adapter(string adapter, params LoraWeight[] loras) => new()
        {
            Name = adapter,
            ModelId = name,
            Encoder = own,
            ServerEncoder = server,
            Template = ChatTemplate.AlpacaJapanese,
            ContextWindow = 4096,
            Loras = loras,
        };
        using var client = new TokenizerAdapterChatClient(new LlamaCppCompletionEndpoint(http, address), [Adapter("base", new LoraWeight(0, 0)), Adapter("lora", new LoraWeight(0, 1))]);
        var failures = 0;
        foreach (var adapter in new[] { "base", "lora" })
        {
            var report = await client.VerifyAsync(adapter);
            Check($"handshake {adapter}: {report.Reason ?? $"{report.ComparedTexts} texts"}", report.Passed);
        }

        // 1. The same ids by hand, streamed and not: the text, the usage and the ids of the server.
        var (same, differ) = (0, 0);
        var texts = ReferenceTexts.Read(options.DataFolder).Where(text => text.Length is > 20 and < 300).Take(arguments.Number("--texts", 40)).ToList();
        foreach (var text in texts)
        {
            var answers = new List<string>();
            foreach (var (adapter, scale) in new[] { ("base", 0), ("lora", 1) })
            {
                ChatMessage[] messages = [new(ChatRole.User, text)];
                var chat = new ChatOptions { ModelId = adapter, Temperature = 0, MaxOutputTokens = 8 };
                var whole = await client.GetResponseAsync(messages, chat);
                var streamed = await client.GetStreamingResponseAsync(messages, chat).ToChatResponseAsync();
                using var raw = await http.PostAsJsonAsync("/completion", new { prompt = Prompt(own, text), n_predict = 8, temperature = 0, return_tokens = true, lora = new[] { new { id = 0, scale } } });
                var expected = await raw.Content.ReadFromJsonAsync<JsonElement>();
                var equal = whole.Text == expected.GetProperty("content").GetString() && streamed.Text == whole.Text
                    && whole.Usage!.InputTokenCount == expected.GetProperty("tokens_evaluated").GetInt32() && whole.Usage.OutputTokenCount == expected.GetProperty("tokens_predicted").GetInt32()
                    && streamed.Usage!.OutputTokenCount == whole.Usage.OutputTokenCount
                    && expected.GetProperty("tokens").EnumerateArray().Select(id => id.GetInt32()).SequenceEqual(whole.Messages[0].GetAnswerIds() ?? []);
                (same, differ) = equal ? (same + 1, differ) : (same, differ + 1);
                answers.Add(whole.Text);
            }

            failures += answers[0] == answers[1] ? 1 : 0;
        }

        Check($"{same} of {same + differ} answers equal /completion's own for the same ids, streamed and not, usage and ids too; the adapter changes each of {texts.Count}", differ == 0);

        // 2. Cancelling frees the only slot; 3. too long is met before sending; 4. an adapter that is not there.
        using (var stop = new CancellationTokenSource())
        {
            try
            {
                await foreach (var _ in client.GetStreamingResponseAsync([new(ChatRole.User, "長い話")], new() { MaxOutputTokens = 3000 }, stop.Token))
                {
                    await stop.CancelAsync();
                }
            }
            catch (OperationCanceledException)
            {
                var started = System.Diagnostics.Stopwatch.StartNew();
                await client.GetResponseAsync([new(ChatRole.User, "短い話")], new() { MaxOutputTokens = 1 });
                Check($"after a cancelled answer of 3,000 tokens the next one took {started.ElapsedMilliseconds} ms", started.Elapsed < TimeSpan.FromSeconds(5));
            }
        }

        await Fails<TokenizerAdapterException>("too long", error => error.Failure == TokenizerAdapterFailure.PromptTooLong, new string('鱻', 2000), "base");
        await Fails<TokenizerAdapterException>("unknown adapter", error => error.Failure == TokenizerAdapterFailure.UnknownAdapter, "話", "none");
        return failures;

        void Check(string what, bool holds)
        {
            Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
            failures += holds ? 0 : 1;
        }

        async Task Fails<T>(string what, Func<T, bool> isExpected, string text, string adapter)
            where T : Exception
        {
            try
            {
                await client.GetResponseAsync([new(ChatRole.User, text)], new() { ModelId = adapter });
                Check($"{what}: no error", false);
            }
            catch (T error)
            {
                Check($"{what}: {error.Message}", isExpected(error));
            }
        }
    }

    private static List<int> Prompt(SentencePieceEncoder encoder, string text) => new PromptRenderer(encoder, ChatTemplate.AlpacaJapanese).Render([new ConversationTurn(TurnRole.User, text)]);
}

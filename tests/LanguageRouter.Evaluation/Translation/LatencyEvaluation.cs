using System.Diagnostics;
using System.Runtime.CompilerServices;
using LanguageRouter.Paths.Translation;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Times the first streamed sentence against the whole answer not streamed, with real delays.</summary>
/// <remarks>A model of 50 tokens a second (12 sentences of 20 tokens) and a translator that takes 200 ms a call; stand-ins for both, nothing is sent.</remarks>
internal static class LatencyEvaluation
{
    private const int Sentences = 12;
    private const int TokensPerSentence = 20;

    public static int Run(EvaluationOptions options) => RunAsync().GetAwaiter().GetResult();

    private static async Task<int> RunAsync()
    {
        using var client = new TranslatingChatClient(new Model(), new Translator());
        var watch = Stopwatch.StartNew();
        await client.GetResponseAsync("これは何ですか？");
        var whole = watch.Elapsed;
        watch.Restart();
        TimeSpan? first = null;
        await foreach (var update in client.GetStreamingResponseAsync("それは何ですか？"))
        {
            first ??= update.Text.Length > 0 ? watch.Elapsed : null;
        }

        var all = watch.Elapsed;
        Console.WriteLine($"not streamed {whole.TotalSeconds:F2} s; streamed: first sentence {first!.Value.TotalSeconds:F2} s ({100 * first.Value / whole:F0} % of it), all {all.TotalSeconds:F2} s");
        return 0;
    }

    private sealed class Translator : ITranslator
    {
        public TranslatorProfile Profile { get; } = new() { Name = "stand-in" };

        public async Task<TranslationResult> TranslateAsync(TranslationRequest request, CancellationToken cancellationToken = default)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
            return new TranslationResult([.. request.Segments.Select(_ => request.TargetLanguage == "ja" ? "これは文の訳です、同じくらいの長さがあります。" : "What is this?")]);
        }
    }

    private sealed class Model : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            for (var token = 0; token < Sentences * TokensPerSentence; token++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
                yield return new ChatResponseUpdate(ChatRole.Assistant, token % TokensPerSentence == TokensPerSentence - 1 ? "done. " : token % TokensPerSentence == 0 ? "Word " : "word ");
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

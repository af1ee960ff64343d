using System.Runtime.CompilerServices;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Resilience;

/// <summary>Streams that end in the ways that streams end.</summary>
internal static class Streams
{
    public static TestChatClient Client(string text, Exception? error = null, bool finish = true, Func<CancellationToken, Task>? before = null, Func<CancellationToken, Task>? between = null, char separator = ' ') => new()
    {
        OnStream = (_, options, token) => Of(text.Split(separator, StringSplitOptions.RemoveEmptyEntries), options?.ModelId, error, finish, before, between, token),
        OnResponse = async (_, options, token) =>
        {
            await (before?.Invoke(token) ?? Task.CompletedTask);
            await (between?.Invoke(token) ?? Task.CompletedTask);
            return error is not null ? throw error : new ChatResponse(new ChatMessage(ChatRole.Assistant, text.Replace(separator.ToString(), separator == ' ' ? " " : "", StringComparison.Ordinal)))
            {
                ModelId = options?.ModelId,
                FinishReason = ChatFinishReason.Stop,
                Usage = Usage(),
            };
        },
    };

    public static Task Forever(CancellationToken token) => Task.Delay(Timeout.Infinite, token);

    private static async IAsyncEnumerable<ChatResponseUpdate> Of(
        string[] words, string? model, Exception? error, bool finish, Func<CancellationToken, Task>? before, Func<CancellationToken, Task>? between, [EnumeratorCancellation] CancellationToken token)
    {
        await (before?.Invoke(token) ?? Task.CompletedTask);
        foreach (var word in words)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, word) { ModelId = model };
            await (between?.Invoke(token) ?? Task.CompletedTask);
        }

        if (error is not null)
        {
            throw error;
        }

        if (finish)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage())]) { FinishReason = ChatFinishReason.Stop, ModelId = model };
        }
    }

    private static UsageDetails Usage() => new() { InputTokenCount = 100, OutputTokenCount = 50 };
}

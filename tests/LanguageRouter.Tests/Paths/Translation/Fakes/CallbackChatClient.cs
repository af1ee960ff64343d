using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>A model that answers what a function says, whole or in chunks.</summary>
internal sealed class CallbackChatClient(Func<IReadOnlyList<ChatMessage>, string> answer, int chunk = 7) : IChatClient
{
    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    public bool KeepsRequests { get; init; } = true;

    public ChatOptions? LastOptions { get; private set; }

    public CallbackChatClient(string answer, int chunk = 7)
        : this(_ => answer, chunk)
    {
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(Note(messages, options))))
        {
            ModelId = "model",
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 20 },
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var text = answer(Note(messages, options));
        for (var i = 0; i < text.Length; i += chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask;
            yield return new ChatResponseUpdate(ChatRole.Assistant, text.Substring(i, Math.Min(chunk, text.Length - i))) { ModelId = "model", MessageId = "m1", ResponseId = "r1" };
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 10, OutputTokenCount = 20 })]) { FinishReason = ChatFinishReason.Stop, MessageId = "m1", ResponseId = "r1", ModelId = "model" };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private ChatMessage[] Note(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ChatMessage[] own = [.. messages];
        if (KeepsRequests)
        {
            lock (Requests)
            {
                Requests.Add(own);
            }
        }

        LastOptions = options;
        return own;
    }
}

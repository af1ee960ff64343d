using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Tests.Accounting;

/// <summary>A model that answers by a callback over the whole text it gets, and reports 100 input and 50 output tokens.</summary>
internal sealed class CallbackModel(Func<string, string> answer) : IChatClient
{
    public List<string> Seen { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = string.Join('\n', messages.Select(message => message.Text));
        lock (Seen)
        {
            Seen.Add(text);
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(text))) { ModelId = options?.ModelId, FinishReason = ChatFinishReason.Stop, Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 50 } });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace TranslationSample;

/// <summary>Stands in for a model: it always gives one answer, word by word, and thanks for thanks.</summary>
internal sealed class SimulatedModel(string name, string answer) : IChatClient
{
    public string LastPrompt { get; private set; } = "";

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LastPrompt = messages.Last().Text;
        var text = LastPrompt == "Thank you." ? "You are welcome." : answer;
        for (var i = 0; i < text.Length; i += 8)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, text.Substring(i, Math.Min(8, text.Length - i))) { ModelId = name, MessageId = "m" };
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = LastPrompt.Length / 4, OutputTokenCount = text.Length / 4, TotalTokenCount = (LastPrompt.Length + text.Length) / 4 })])
        {
            ModelId = name, MessageId = "m", FinishReason = ChatFinishReason.Stop,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

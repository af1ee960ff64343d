using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Sends the limit of the answer as <c>max_tokens</c>, for endpoints that ignore <c>max_completion_tokens</c>.</summary>
internal sealed class OutputLimitChatClient(IChatClient innerClient) : DelegatingChatClient(innerClient)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Moved(options), cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Moved(options), cancellationToken);

    private static ChatOptions? Moved(ChatOptions? options)
    {
        if (options?.MaxOutputTokens is not { } limit)
        {
            return options;
        }

        var moved = options.Clone();
        var own = moved.RawRepresentationFactory;
        moved.MaxOutputTokens = null;
        moved.RawRepresentationFactory = client =>
        {
            var raw = own?.Invoke(client) as ChatCompletionOptions ?? new ChatCompletionOptions();
            raw.Patch.Set("$.max_tokens"u8, limit);
            return raw;
        };
        return moved;
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>A model that streams given updates.</summary>
internal sealed class UpdatesChatClient(IAsyncEnumerable<ChatResponseUpdate> updates) : IChatClient
{
    public UpdatesChatClient(params IEnumerable<ChatResponseUpdate> updates)
        : this(updates.ToAsyncEnumerable())
    {
    }

    /// <summary>Gets what is awaited after the updates.</summary>
    public Task? End { get; init; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await updates.ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            yield return update;
        }

        if (End is not null)
        {
            await End;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

using System.Collections.Concurrent;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.Paths.TokenizerAdapter;
using Microsoft.Extensions.AI;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Serves a model in token ids, and every adapter over it that a route names.</summary>
/// <remarks>The names come from the routes of the configuration, so that there are few; each has a handshake of its own.</remarks>
internal sealed class AdapterSelectingChatClient(
    string defaultModelId, TokenIdsSettings settings, ITokenCompletionEndpoint endpoint, TokenizerAdapterOptions options) : IChatClient
{
    private readonly ConcurrentDictionary<string, TokenizerAdapterChatClient> _adapters = new(StringComparer.Ordinal);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ClientOf(options).GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ClientOf(options).GetStreamingResponseAsync(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => ClientOf(null).GetService(serviceType, serviceKey);

    public void Dispose()
    {
        foreach (var client in _adapters.Values)
        {
            client.Dispose();
        }
    }

    private TokenizerAdapterChatClient ClientOf(ChatOptions? options) => _adapters.GetOrAdd(options?.ModelId ?? defaultModelId, Create);

    private TokenizerAdapterChatClient Create(string modelId) => new(
        endpoint,
        new AdaptedModel
        {
            Name = modelId,
            ModelId = modelId,
            Encoder = settings.Encoder,
            ServerEncoder = settings.ServerEncoder,
            Template = settings.Template,
            ContextWindow = settings.ContextWindow,
        },
        options);
}

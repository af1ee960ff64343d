using System.Collections.Concurrent;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Serves a model in token ids, and every adapter over it that a route names.</summary>
/// <remarks>The names come from the routes of the configuration, so that there are few; each has a handshake of its own.</remarks>
internal sealed class AdapterSelectingChatClient(
    AdapterParts parts, ITokenCompletionEndpoint endpoint, TokenizerAdapterOptions options) : IChatClient, IModelHealth
{
    private readonly ConcurrentDictionary<string, TokenizerAdapterChatClient> _adapters = new(StringComparer.Ordinal);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ClientOf(options).GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ClientOf(options).GetStreamingResponseAsync(messages, options, cancellationToken);

    public Exclusion? GetFault(string modelId) => _adapters.TryGetValue(modelId, out var adapter) ? adapter.GetFault(modelId) : null;

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(IModelHealth) ? this : ClientOf(null).GetService(serviceType, serviceKey);

    public void Dispose()
    {
        foreach (var client in _adapters.Values)
        {
            client.Dispose();
        }
    }

    private TokenizerAdapterChatClient ClientOf(ChatOptions? options) => _adapters.GetOrAdd(options?.ModelId ?? parts.ModelId, Create);

    private TokenizerAdapterChatClient Create(string modelId) => new(endpoint, parts.For(modelId), options);
}

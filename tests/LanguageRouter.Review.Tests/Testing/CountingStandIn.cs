using System.Runtime.CompilerServices;
using HelloRouter;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>The sample's stand-in with a usage report, as a provider makes one: tokens that belong to the length of the texts.</summary>
internal sealed class CountingStandIn(string model) : IChatClient
{
    private readonly StandInModel _inner = new(model);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        var response = await _inner.GetResponseAsync(list, options, cancellationToken);
        var characters = list.Sum(message => message.Text.Length);
        var ascii = list.Sum(message => message.Text.Count(char.IsAscii));
        response.ModelId = model;
        response.Usage = new UsageDetails { InputTokenCount = 8 + (long)(ascii * 0.22 + (characters - ascii) * (model.StartsWith("gpt", StringComparison.Ordinal) ? 0.74 : 1.02)), OutputTokenCount = 90 + characters / 2, CachedInputTokenCount = characters > 1_500 ? 1_024 : 0 };
        return response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
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

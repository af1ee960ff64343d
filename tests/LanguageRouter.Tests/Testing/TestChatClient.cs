using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Testing;

/// <summary>A chat client that answers as a test says, and keeps what it was asked.</summary>
internal sealed class TestChatClient : IChatClient
{
    private readonly Lock _lock = new();

    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Requests { get; } = [];

    public Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>>? OnResponse { get; set; }

    public Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>? OnStream { get; set; }

    public static TestChatClient Answering(string text, int inputTokens = 10, int outputTokens = 5) => new()
    {
        OnResponse = (_, options, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = options?.ModelId,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = inputTokens, OutputTokenCount = outputTokens },
        }),
    };

    public static TestChatClient Throwing(Func<Exception> exception) => new() { OnResponse = (_, _, _) => throw exception() };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Keep(messages, options);
        return OnResponse?.Invoke(messages, options, cancellationToken) ?? throw new InvalidOperationException("The test expects no call.");
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (OnStream is null)
        {
            var response = await GetResponseAsync(messages, options, cancellationToken);
            response.FinishReason ??= ChatFinishReason.Stop;
            foreach (var update in response.ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        Keep(messages, options);
        await foreach (var update in OnStream(messages, options, cancellationToken).WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private void Keep(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        lock (_lock)
        {
            Requests.Add(([.. messages], options));
        }
    }
}

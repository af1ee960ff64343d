using System.Runtime.CompilerServices;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Evaluation.Stickiness;

/// <summary>A model with a prompt cache: it counts exactly, remembers the prompt of each conversation for five minutes, and adds up what it would charge.</summary>
internal sealed class SimulatedProvider(TimeProvider time, bool hasCache, decimal input, decimal cachedInput, decimal output) : IChatClient
{
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromMinutes(5);

    private readonly ITokenCounter _counter = new TokenCounters().Get(TokenCounters.O200kBase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Tokens, DateTimeOffset At)> _cache = new(StringComparer.Ordinal);

    public decimal CostUsd { get; private set; }

    public long InputTokens { get; private set; }

    public long CachedTokens { get; private set; }

    public int Calls { get; private set; }

    /// <summary>What the model says next.</summary>
    public ChatMessage Answer { get; set; } = new(ChatRole.Assistant, "");

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToList();
        var conversation = list[0].Text + list[1].Text;
        var prompt = list.Sum(message => message.Contents.Sum(Count));
        var cached = hasCache && _cache.TryGetValue(conversation, out var entry) && time.GetUtcNow() - entry.At < CacheLifetime ? BillLegs.Cacheable(Math.Min(entry.Tokens, prompt)) : 0;
        _cache[conversation] = (prompt, time.GetUtcNow());
        var answer = Answer.Contents.Sum(Count);
        (Calls, InputTokens, CachedTokens) = (Calls + 1, InputTokens + prompt, CachedTokens + cached);
        CostUsd += ((prompt - cached) * input + cached * cachedInput + answer * output) / 1_000_000;
        return Task.FromResult(new ChatResponse(Answer)
        {
            ModelId = options?.ModelId,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = prompt, CachedInputTokenCount = cached, OutputTokenCount = answer },
        });
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

    private int Count(AIContent content)
    {
        var text = content switch
        {
            TextContent part => part.Text,
            FunctionCallContent call => call.Name,
            FunctionResultContent result => result.Result?.ToString() ?? "",
            _ => "",
        };
        return _counts.TryGetValue(text, out var count) ? count : _counts[text] = _counter.Count(text);
    }
}

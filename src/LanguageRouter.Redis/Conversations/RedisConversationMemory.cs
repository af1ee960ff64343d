using System.Diagnostics.CodeAnalysis;
using LanguageRouter.Stickiness;
using StackExchange.Redis;

namespace LanguageRouter.Redis.Conversations;

/// <summary>Remembers the routes of conversations in Redis, so that every instance keeps them. While Redis is away each instance keeps its own.</summary>
[SuppressMessage("Reliability", "CA2213:Disposable fields should be disposed", Justification = "The connection belongs to the services.")]
internal sealed class RedisConversationMemory(RedisConnection redis) : IConversationMemory, IDisposable
{
    private readonly MemoryConversationMemory _own = new();

    /// <inheritdoc/>
    public async ValueTask<ConversationRoute?> RecallAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var reply = await redis.TryAsync("recall", async database => new Reply(await database.StringGetAsync(redis.Keys.Conversation(key)).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        return reply is null ? await _own.RecallAsync(key, cancellationToken).ConfigureAwait(false) : ConversationFormat.Read(reply.Value);
    }

    /// <inheritdoc/>
    public async ValueTask RememberAsync(ConversationKey key, ConversationRoute route, TimeSpan lifetime)
    {
        await _own.RememberAsync(key, route, lifetime).ConfigureAwait(false);
        await redis.TryAsync("remember", async database => new Reply(await database.StringSetAsync(redis.Keys.Conversation(key), ConversationFormat.Write(route), lifetime).ConfigureAwait(false)), CancellationToken.None).ConfigureAwait(false);
    }

    public void Dispose() => _own.Dispose();

    private sealed record Reply(RedisValue Value);
}

namespace LanguageRouter.Stickiness;

/// <summary>Remembers the routes that conversations are on.</summary>
/// <remarks>
/// Implementations are bounded and safe for concurrent use, keep no request waiting for long, and do not throw: what they forget or cannot
/// read is decided anew.
/// </remarks>
public interface IConversationMemory
{
    /// <summary>Recalls a route.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">The token that cancels the waiting.</param>
    /// <returns>The route, or <see langword="null"/>.</returns>
    ValueTask<ConversationRoute?> RecallAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>Remembers a route.</summary>
    /// <param name="key">The key.</param>
    /// <param name="route">The route.</param>
    /// <param name="lifetime">How long after its last use it is forgotten, above zero.</param>
    /// <returns>A task that ends when the route is remembered, or cannot be.</returns>
    ValueTask RememberAsync(ConversationKey key, ConversationRoute route, TimeSpan lifetime);
}

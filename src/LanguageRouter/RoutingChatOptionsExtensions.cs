using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>Sets, per request, what the router should know and a provider should not.</summary>
public static class RoutingChatOptionsExtensions
{
    /// <summary>Sets the tenant of a request; it goes before the one of <see cref="ITenantAccessor"/>.</summary>
    /// <param name="options">The options, changed in place.</param>
    /// <param name="tenant">The tenant.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static ChatOptions WithRoutingTenant(this ChatOptions options, string tenant)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tenant);
        (options.AdditionalProperties ??= [])[RoutingProperties.Tenant] = tenant;
        return options;
    }

    /// <summary>Sets the conversation that a request belongs to, so that it keeps its route. Any stable text of the application's own; unlike <see cref="ChatOptions.ConversationId"/> it means no state at a provider.</summary>
    /// <param name="options">The options, changed in place.</param>
    /// <param name="conversation">The conversation, unique within the tenant.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static ChatOptions WithRoutingConversation(this ChatOptions options, string conversation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(conversation);
        (options.AdditionalProperties ??= [])[RoutingProperties.Conversation] = conversation;
        return options;
    }

    /// <summary>Sets what a request changes of its tenant's policy; the policy's <c>AllowOverrides</c> must permit it, or the request is refused.</summary>
    /// <param name="options">The options, changed in place.</param>
    /// <param name="overrides">The overrides.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static ChatOptions WithRoutingOverrides(this ChatOptions options, RoutingOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(overrides);
        (options.AdditionalProperties ??= [])[RoutingProperties.Overrides] = overrides;
        return options;
    }

    internal static RoutingOverrides? RoutingOverrides(this ChatOptions? options) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(RoutingProperties.Overrides, out var value) ? value as RoutingOverrides : null;

    internal static string? RoutingValue(this ChatOptions? options, string key) =>
        options?.AdditionalProperties is { } properties && properties.TryGetValue(key, out var value) ? value as string : null;
}

using LanguageRouter.Decisions;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>Reads the decision behind a response.</summary>
public static class RoutingResponseExtensions
{
    /// <summary>Gets the decision that routed a response.</summary>
    /// <param name="response">The response of a <see cref="LanguageRoutingChatClient"/>, streamed or not.</param>
    /// <returns>The decision; <see langword="null"/> where the response was not routed, or came back from a cache that keeps no objects.</returns>
    public static RoutingDecision? GetRoutingDecision(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);

        // ToChatResponseAsync moves what an update with a message id carries to the message.
        return Read(response.AdditionalProperties) ?? response.Messages.Select(message => Read(message.AdditionalProperties)).FirstOrDefault(decision => decision is not null);
    }

    /// <summary>Gets the decision that routed a stream.</summary>
    /// <param name="update">The first update of a stream.</param>
    /// <returns>The decision; <see langword="null"/> on all later updates.</returns>
    public static RoutingDecision? GetRoutingDecision(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Read(update.AdditionalProperties);
    }

    internal static void SetRoutingDecision(this ChatResponse response, RoutingDecision decision) =>
        (response.AdditionalProperties ??= [])[RoutingProperties.Decision] = decision;

    internal static void SetRoutingDecision(this ChatResponseUpdate update, RoutingDecision decision) =>
        (update.AdditionalProperties ??= [])[RoutingProperties.Decision] = decision;

    private static RoutingDecision? Read(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(RoutingProperties.Decision, out var value) ? value as RoutingDecision : null;
}

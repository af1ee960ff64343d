using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>The names under which the router keeps its own facts in <see cref="ChatOptions.AdditionalProperties"/>; none of them reaches a provider.</summary>
internal static class RoutingProperties
{
    public const string Tenant = "language_router.tenant";
    public const string Conversation = "language_router.conversation";
    public const string Overrides = "language_router.overrides";
    public const string Decision = "language_router.decision";
    public const string AnswerLanguage = "language_router.answer_language";

    private const string Prefix = "language_router.";

    public static void Remove(ChatOptions options)
    {
        if (options.AdditionalProperties is not { } properties)
        {
            return;
        }

        foreach (var key in properties.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).ToArray())
        {
            properties.Remove(key);
        }

        if (properties.Count == 0)
        {
            options.AdditionalProperties = null;
        }
    }
}

using LanguageRouter.Decisions;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Makes the options that a route's client gets: the caller's, with the route's model and what its path needs to know.</summary>
internal static class AttemptOptions
{
    public static ChatOptions Of(Route route, RoutingRequest request, RoutingDecision decision)
    {
        var options = request.Options?.Clone() ?? new ChatOptions();
        RoutingProperties.Remove(options);
        options.ModelId = route.RequestModelId;
        var signals = decision.Signals;
        if (route.ReasoningLanguage is not null)
        {
            (options.AdditionalProperties ??= [])[RoutingProperties.AnswerLanguage] = signals.AnswerLanguage;
        }

        if (route.Kind == RouteKind.Translated)
        {
            var policy = request.Policy.Translation;
            options.WithTranslation(new TranslationWishes
            {
                Tenant = decision.Tenant,
                Glossary = policy.Glossary,
                ToolText = policy.Tools,
                Register = policy.Register,
                FollowUserStyle = policy.FollowUserStyle,
                Fidelity = policy.Fidelity,
                ConversationId = request.Conversation,
                UserLanguage = signals.Language.IsUndetermined ? null : signals.Language.Tag,
                AnswerLanguage = signals.AnswerLanguage == DetectedLanguage.Undetermined ? null : signals.AnswerLanguage,
            });
        }

        return options;
    }
}

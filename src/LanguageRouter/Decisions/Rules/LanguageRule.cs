using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps the routes that make sense for the request's language; undetermined is never silently English.</summary>
internal sealed class LanguageRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        var language = signals.Language;
        if (language.IsUndetermined)
        {
            var dependsOnLanguage = route.Kind != RouteKind.Direct || route.Languages.Count > 0;
            return policy.DefaultRoute.Name == route.Name ? null
                : policy.UndeterminedLanguage == UndeterminedLanguage.DefaultRoute ? new(ReasonCodes.LanguageUndetermined, "the policy sends undetermined languages to the default route")
                : dependsOnLanguage ? new(ReasonCodes.LanguageUndetermined, "the route depends on the language, which is undetermined")
                : null;
        }

        if (!Serves(route, language.Tag))
        {
            return new(ReasonCodes.OtherLanguage, $"the request is in '{language.Tag}', the route is for {string.Join(", ", route.Languages)}");
        }

        return LanguageTag.Matches(language.Tag, "en") && (route.Kind == RouteKind.Translated || route.ReasoningLanguage is not null)
            ? new(ReasonCodes.AlreadyEnglish, "the request is in English")
            : null;
    }

    private static bool Serves(Route route, string tag)
    {
        var languages = route.Languages;
        for (var i = 0; i < languages.Count; i++)
        {
            if (LanguageTag.Matches(tag, languages[i]))
            {
                return true;
            }
        }

        return languages.Count == 0;
    }
}

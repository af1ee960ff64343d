using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps translation away from requests that it would destroy.</summary>
internal sealed class TranslationRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        if (route.Kind != RouteKind.Translated)
        {
            return null;
        }

        if (policy.DenyTranslationFor.Contains(signals.Task))
        {
            return new(ReasonCodes.TaskDenied, $"the policy never translates {KebabNames<TaskKind>.Of(signals.Task)} ({signals.TaskEvidence})");
        }

        return signals.Tools > 0 || signals.HasToolCalls ? new(ReasonCodes.NotTranslatable, "the request has tools")
            : signals.ResponseFormat != ResponseFormat.Text ? new(ReasonCodes.NotTranslatable, "the answer must be JSON")
            : signals.Attachments > 0 ? new(ReasonCodes.NotTranslatable, "the request has attachments")
            : null;
    }
}

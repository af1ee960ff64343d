using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps translation away from requests that it would destroy.</summary>
internal sealed class TranslationRule : IEligibilityRule
{
    // One text a kind: the evidence stands in the signals.
    private static readonly string[] Denied = [.. Enum.GetValues<TaskKind>().Select(kind => $"the policy never translates {KebabNames<TaskKind>.Of(kind)}")];

    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        if (route.Kind != RouteKind.Translated)
        {
            return null;
        }

        if (policy.DenyTranslationFor.Contains(signals.Task))
        {
            return new(ReasonCodes.TaskDenied, Denied[(int)signals.Task]);
        }

        return CheckTools(policy.Translation, signals) ?? CheckFormat(policy.Translation, signals)
            ?? (signals.Attachments > 0 ? new(ReasonCodes.NotTranslatable, "the request has attachments") : null);
    }

    // Tools go through translation where the policy says of each what is prose.
    private static Exclusion? CheckTools(TranslationPolicy policy, RequestSignals signals)
    {
        if (signals.Tools == 0)
        {
            return signals.HasToolCalls ? new(ReasonCodes.NotTranslatable, "the conversation has calls of tools that the request does not offer") : null;
        }

        foreach (var name in signals.ToolNames)
        {
            if (!policy.Tools.ContainsKey(name))
            {
                return new(ReasonCodes.NotTranslatable, $"the policy's Translation:Tools does not name tool '{name}'");
            }
        }

        return null;
    }

    private static Exclusion? CheckFormat(TranslationPolicy policy, RequestSignals signals) => signals.ResponseFormat switch
    {
        ResponseFormat.Text => null,
        ResponseFormat.Json => new(ReasonCodes.NotTranslatable, "the answer must be JSON, and no schema says what of it is prose"),
        _ when !policy.JsonAnswers => new(ReasonCodes.NotTranslatable, "the answer must be JSON, and the policy's Translation:JsonAnswers is not set"),
        _ when signals.SchemaIsJapanese => new(ReasonCodes.NotTranslatable, "the answer's schema has Japanese names or literals"),
        _ => null,
    };
}

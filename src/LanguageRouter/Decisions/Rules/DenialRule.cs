using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Takes out what the policy's Deny list names.</summary>
internal sealed class DenialRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        foreach (var denial in policy.Denials)
        {
            if (denial.Matches(route, signals))
            {
                return new(ReasonCodes.Denied, $"the policy denies {denial}");
            }
        }

        return null;
    }
}

using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps the routes that the policy names.</summary>
internal sealed class AllowedRouteRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals) =>
        policy.AllowedRoutes.Contains(route.Name) ? null : new(ReasonCodes.NotAllowed, "the policy's Routes do not name it");
}

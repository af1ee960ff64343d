using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps the routes whose model accepts what the request holds.</summary>
internal sealed class CapabilityRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        var missing = signals.Requires & ~route.Model.Capabilities;
        return missing == ModelCapabilities.None ? null : new(ReasonCodes.LacksCapability, $"model '{route.Model.Name}' is not configured with {missing}");
    }
}

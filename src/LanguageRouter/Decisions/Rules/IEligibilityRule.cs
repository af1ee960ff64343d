using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Takes a route out of a decision before anything is compared. Rules are pure and only narrow.</summary>
internal interface IEligibilityRule
{
    /// <summary>Checks one route.</summary>
    /// <returns>Why the route is out; <see langword="null"/> where it stays in.</returns>
    Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals);
}

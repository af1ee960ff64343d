using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Usage;

namespace LanguageRouter.Decisions;

/// <summary>Freezes what a decision depends on besides its request and its policy.</summary>
internal sealed class DecisionStateReader(
    IEnumerable<IRouteAvailability> availabilities, IBudgetLedger ledger, UsageLearning learning, QualityLearner? learner, RouteExploration exploration, TimeProvider time)
{
    private readonly IRouteAvailability[] _availabilities = [.. availabilities];

    public DecisionState Read(string tenant, RoutingPolicy policy)
    {
        ImmutableArray<(Route, Exclusion)>.Builder? unavailable = null;
        foreach (var availability in _availabilities)
        {
            foreach (var route in policy.Catalog.Routes)
            {
                if (availability.Check(route, tenant) is { } exclusion)
                {
                    (unavailable ??= ImmutableArray.CreateBuilder<(Route, Exclusion)>()).Add((route, exclusion));
                }
            }
        }

        var budget = policy.Budget is { } limits ? ledger.GetStanding(tenant, limits) : null;
        var usage = learning.Of(tenant);
        var quality = learner?.Of(tenant);
        var lot = exploration.Draw(policy.Learning.ExplorationShare);
        return unavailable is null && budget is null && usage is null && quality is null && lot.Share <= 0
            ? DecisionState.Empty
            : new DecisionState
            {
                Unavailable = unavailable?.DrainToImmutable() ?? [],
                Budget = budget,
                Usage = usage,
                Quality = quality,
                At = quality is null ? default : time.GetUtcNow(),
                Exploration = lot,
            };
    }
}

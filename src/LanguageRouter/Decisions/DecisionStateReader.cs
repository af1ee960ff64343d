using System.Collections.Immutable;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Learning;

namespace LanguageRouter.Decisions;

/// <summary>Freezes what a decision depends on besides its request and its policy.</summary>
internal sealed class DecisionStateReader(IEnumerable<IRouteAvailability> availabilities, UsageLearning learning)
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

        var usage = learning.Of(tenant);
        return unavailable is null && usage is null
            ? DecisionState.Empty
            : new DecisionState { Unavailable = unavailable?.DrainToImmutable() ?? [], Usage = usage };
    }
}

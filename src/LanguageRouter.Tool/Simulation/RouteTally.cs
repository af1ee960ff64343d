using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Tool.Simulation;

/// <summary>How often a route was chosen, for how much, and why it was excluded where it was.</summary>
internal sealed class RouteTally(Route route)
{
    private CostTally _chosenCost;

    public Route Route { get; } = route;

    public int Chosen { get; private set; }

    public CostTally ChosenCost => _chosenCost;

    public Counter Exclusions { get; } = new();

    /// <summary>All requests on this route, whether the rules allow it or not.</summary>
    public Strategy Always { get; } = new($"always {Reporting.Names.Of(route.Kind)}: {route.Name}");

    public void Add(RouteScore score)
    {
        Always.Add(score);
        if (score.Standing == RouteStanding.Chosen)
        {
            Chosen++;
            _chosenCost.Add(score.Bill.Total);
        }

        if (score.Exclusion is { } exclusion)
        {
            Exclusions.Add(exclusion.Code);
        }
    }
}

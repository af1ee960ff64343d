using System.Collections.Immutable;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.Simulation;

/// <summary>Sums up a simulation: what the decisions cost, and what each fixed way would have cost instead.</summary>
internal sealed class SimulationSummary
{
    private readonly RouteCatalog _catalog;

    public SimulationSummary(RoutingPolicy policy, string tenant)
    {
        Policy = policy;
        Tenant = tenant;
        _catalog = policy.Catalog;
        Routes = [.. _catalog.Routes.Select(route => new RouteTally(route))];
        Tokens = [.. _catalog.Tokenizers.Select(tokenizer => new TokenTally(tokenizer))];
    }

    public RoutingPolicy Policy { get; }

    public string Tenant { get; }

    public int Requests { get; private set; }

    public ImmutableArray<RouteTally> Routes { get; }

    public ImmutableArray<TokenTally> Tokens { get; }

    /// <summary>Every request on the route that the decision chose.</summary>
    public Strategy Decided { get; } = new("as decided");

    /// <summary>Every request on the route that it is sent to in the tenant's mode.</summary>
    public Strategy Sent { get; } = new("as sent now");

    /// <summary>Every request on its cheapest eligible route, quality aside.</summary>
    public Strategy Cheapest { get; } = new("cheapest eligible");

    public Counter Reasons { get; } = new();

    public Counter Languages { get; } = new();

    public Counter Tasks { get; } = new();

    /// <summary>The default route for every request: what all others are compared with.</summary>
    public Strategy Default => Routes.First(tally => tally.Route.Name == Policy.DefaultRoute.Name).Always;

    public void Add(SimulatedRequest request)
    {
        var decision = request.Decision;
        Requests++;
        for (var i = 0; i < Routes.Length; i++)
        {
            Routes[i].Add(decision.Scores[i]);
        }

        for (var i = 0; i < Tokens.Length; i++)
        {
            Tokens[i].Add(request.ExactTokens[i], decision.Signals.EstimateTokens(Tokens[i].Tokenizer));
        }

        var target = decision.ScoreOf(decision.Target.Name)!;
        Decided.Add(decision.ScoreOf(decision.Chosen.Name)!);
        Sent.Add(target);
        Cheapest.Add(CheapestOf(decision.Scores) ?? target);
        Languages.Add(decision.Signals.Language.Tag);
        Tasks.Add(Names.Of(decision.Signals.Task));
        foreach (var reason in decision.Reasons)
        {
            Reasons.Add(reason);
        }
    }

    private static RouteScore? CheapestOf(ImmutableArray<RouteScore> scores) => scores
        .Where(score => score.Standing is RouteStanding.Chosen or RouteStanding.Scored && score is { Exclusion: null, Bill.Total.IsKnown: true })
        .MinBy(score => (score.Bill.Total.LikelyUsd, -score.Total));
}

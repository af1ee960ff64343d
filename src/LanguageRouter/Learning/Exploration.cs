using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;

namespace LanguageRouter.Learning;

/// <summary>One request's lot: with the probability of <paramref name="Share"/> any eligible route is tried, each as likely as the others.</summary>
/// <param name="Share">The share of requests that explore, 0 to 1.</param>
/// <param name="Lot">Whether this request does: it does below the share. 0 to 1, 1 excluded.</param>
/// <param name="Pick">Which route it tries. 0 to 1, 1 excluded.</param>
internal readonly record struct Exploration(double Share, double Lot, double Pick)
{
    public bool Explores => Lot < Share;

    /// <summary>Applies the lot to a decision that was free to choose; its propensity is that of the route it ends with, however it came there.</summary>
    public RoutingDecision Apply(RoutingDecision decision)
    {
        if (Share <= 0 || decision.Mode != RoutingMode.Enforce || decision.Origin != DecisionOrigin.Computed || !ReferenceEquals(decision.Target, decision.Chosen))
        {
            return decision;
        }

        var eligible = decision.Scores.Where(score => score.Standing is RouteStanding.Chosen or RouteStanding.Scored).ToArray();
        if (eligible.Length < 2 || decision.Reasons.Contains(ReasonCodes.NoEligibleRoute))
        {
            return decision;
        }

        var chance = Share / eligible.Length;
        var picked = Explores ? eligible[(int)(Pick * eligible.Length)] : null;
        if (picked is null || picked.Standing == RouteStanding.Chosen)
        {
            return decision with { Propensity = 1 - Share + chance };
        }

        var best = eligible.First(score => score.Standing == RouteStanding.Chosen);
        return decision with
        {
            Chosen = picked.Route,
            Target = picked.Route,
            RunnerUp = best.Route,
            Margin = picked.Total - best.Total,
            Reasons = decision.Reasons.SetItem(0, ReasonCodes.Explored),
            Propensity = chance,
            Scores = [.. decision.Scores.Select(score => ReferenceEquals(score, picked) ? score with { Standing = RouteStanding.Chosen }
                : ReferenceEquals(score, best) ? score with { Standing = RouteStanding.Scored } : score)],
        };
    }
}

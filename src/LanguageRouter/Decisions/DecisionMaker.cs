using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions;

/// <summary>Chooses among scored routes.</summary>
/// <remarks>Pure: the same scores give the same decision.</remarks>
internal static class DecisionMaker
{
    /// <summary>Chooses the best eligible route, or the one that the request must keep while it is eligible.</summary>
    public static RouteChoice Choose(RoutingPolicy policy, ImmutableArray<RouteScore> scores, KeptRoute? keep)
    {
        var kept = Kept(scores, keep);
        var best = kept ?? Best(policy, scores, RouteStanding.Scored, except: null);
        var runnerUp = best is null ? null : Best(policy, scores, RouteStanding.Scored, except: best);
        return new RouteChoice(best ?? ScoreOf(scores, policy.DefaultRoute), runnerUp, best is not null, kept is null ? null : keep);
    }

    /// <summary>Makes the decision of a choice; the scores become its own.</summary>
    public static RoutingDecision Decide(
        Guid id, string tenant, RoutingPolicy policy, RequestSignals signals, ImmutableArray<RouteScore> scores, in RouteChoice choice, string? settledBy)
    {
        var (chosen, runnerUp, _, keep) = choice;
        chosen.MarkChosen();
        return new RoutingDecision
        {
            Id = id,
            Tenant = tenant,
            PolicyVersion = policy.Version,
            Mode = policy.Mode,
            Signals = signals,
            Chosen = chosen.Route,
            Target = policy.Mode == RoutingMode.Enforce || keep?.Origin == DecisionOrigin.Pinned ? chosen.Route : policy.DefaultRoute,
            RunnerUp = runnerUp?.Route,
            Margin = runnerUp is null ? 0 : chosen.Total - runnerUp.Total,
            Reasons = Explain(policy, scores, choice, settledBy),
            Origin = keep?.Origin ?? DecisionOrigin.Computed,
            Scores = scores,
        };
    }

    // A provider that holds the conversation's state cannot be left; any other kept route is left once it is not eligible.
    private static RouteScore? Kept(ImmutableArray<RouteScore> scores, KeptRoute? keep)
    {
        if (keep is null)
        {
            return null;
        }

        var score = ScoreOf(scores, keep.Route);
        return score.Standing == RouteStanding.Scored || keep.Origin == DecisionOrigin.Pinned ? score : null;
    }

    private static RouteScore? Best(RoutingPolicy policy, ImmutableArray<RouteScore> scores, RouteStanding standing, RouteScore? except)
    {
        RouteScore? best = null;
        foreach (var score in scores)
        {
            if (score.Standing == standing && !ReferenceEquals(score, except) && (best is null || Compare(policy, score, best) > 0))
            {
                best = score;
            }
        }

        return best;
    }

    // Higher total, then lower cost, then the policy's order.
    private static int Compare(RoutingPolicy policy, RouteScore left, RouteScore right)
    {
        var byTotal = left.Total.CompareTo(right.Total);
        if (byTotal != 0)
        {
            return byTotal;
        }

        var byCost = right.Bill.LikelyUsd.CompareTo(left.Bill.LikelyUsd);
        return byCost != 0 ? byCost : policy.AllowedRoutes.IndexOf(right.Route.Name).CompareTo(policy.AllowedRoutes.IndexOf(left.Route.Name));
    }

    private static ImmutableArray<string> Explain(RoutingPolicy policy, ImmutableArray<RouteScore> scores, in RouteChoice choice, string? settledBy)
    {
        var chosen = choice.Chosen;
        ReasonRoom reasons = default;
        var count = 0;
        reasons[count++] = choice.Keep is { } keep ? keep.Reason
            : !choice.IsEligible ? ReasonCodes.NoEligibleRoute
            : choice.RunnerUp is not { } runnerUp ? ReasonCodes.OnlyRoute
            : runnerUp.Total.Equals(chosen.Total) ? ReasonCodes.Tie
            : ReasonCodes.BestTotal;
        var reference = ScoreOf(scores, policy.DefaultRoute);
        if (!ReferenceEquals(chosen, reference))
        {
            if (chosen.Bill.IsKnown && reference.Bill.IsKnown && chosen.Bill.LikelyUsd < reference.Bill.LikelyUsd)
            {
                reasons[count++] = ReasonCodes.CheaperThanDefault;
            }

            if (chosen.Quality is { Points: > 0, Evidence: not QualityEvidence.Unmeasured })
            {
                reasons[count++] = ReasonCodes.BetterThanDefault;
            }
        }

        if (Best(policy, scores, RouteStanding.Hypothetical, except: null) is { } hypothetical && Compare(policy, hypothetical, chosen) > 0)
        {
            reasons[count++] = ReasonCodes.HypotheticalIsBetter;
        }

        if (settledBy is not null)
        {
            reasons[count++] = settledBy;
        }

        if (policy.Mode == RoutingMode.Observe)
        {
            reasons[count++] = ReasonCodes.Observed;
        }

        return [.. reasons[..count]];
    }

    private static RouteScore ScoreOf(ImmutableArray<RouteScore> scores, Route route)
    {
        foreach (var score in scores)
        {
            if (score.Route.Name == route.Name)
            {
                return score;
            }
        }

        throw new ArgumentException($"Route '{route.Name}' has no score.", nameof(scores));
    }

    /// <summary>Room for one reason of each kind.</summary>
    [InlineArray(8)]
    private struct ReasonRoom
    {
        private string _first;
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Decisions;

/// <summary>Chooses among scored routes.</summary>
/// <remarks>Pure: the same scores give the same decision.</remarks>
internal static class DecisionMaker
{
    /// <summary>Chooses the best eligible route, or the one that the request must keep while it is eligible.</summary>
    public static RouteChoice Choose(RoutingPolicy policy, ImmutableArray<RouteScore> scores, KeptRoute? keep)
    {
        var best = Bound(scores, keep) ?? Best(policy, scores, RouteStanding.Scored, except: null, keep);
        var runnerUp = best is null ? null : Best(policy, scores, RouteStanding.Scored, except: best);
        return new RouteChoice(best ?? ScoreOf(scores, policy.DefaultRoute), runnerUp, best is not null, keep, best is not null && best.Route.Name == keep?.Route.Name);
    }

    /// <summary>Makes the decision of a choice; the scores become its own.</summary>
    public static RoutingDecision Decide(
        Guid id, string tenant, RoutingPolicy policy, RequestSignals signals, ImmutableArray<RouteScore> scores, in RouteChoice choice, string? settledBy)
    {
        var (chosen, runnerUp, _, keep, isKept) = choice;
        var pays = SwitchOf(policy, scores, keep);
        chosen.MarkChosen();
        return new RoutingDecision
        {
            Id = id,
            Tenant = tenant,
            PolicyVersion = policy.Version,
            Mode = policy.Mode,
            Signals = signals,
            Chosen = chosen.Route,
            Target = policy.Mode == RoutingMode.Enforce || keep?.Scope == ConversationScope.ProviderState ? chosen.Route : policy.DefaultRoute,
            RunnerUp = runnerUp?.Route,
            Margin = runnerUp is null ? 0 : chosen.Total - runnerUp.Total,
            Reasons = Explain(policy, scores, choice, settledBy),
            Origin = isKept ? keep!.Origin : DecisionOrigin.Computed,
            Switch = pays,
            Scores = scores,
        };
    }

    /// <summary>How far the total of another route must be above the kept one's: the margin of a conversation, and nothing for any other pair.</summary>
    public static double Lead(RoutingPolicy policy, KeptRoute? keep, Route route) =>
        keep?.Scope == ConversationScope.Conversation && keep.Route.Name == route.Name ? policy.Stickiness.SwitchMargin : 0;

    // What holds whatever the totals say: a provider's state, a turn. A conversation is weighed instead.
    private static RouteScore? Bound(ImmutableArray<RouteScore> scores, KeptRoute? keep) =>
        keep is not null && keep.Scope != ConversationScope.Conversation && ScoreOf(scores, keep.Route) is { } score && keep.Allows(score) ? score : null;

    // The kept route is billed with a warm cache and every other one with a cold one and its translations of earlier turns, so the
    // difference of the totals is the gain with the cost of the switch taken off.
    private static RouteSwitch? SwitchOf(RoutingPolicy policy, ImmutableArray<RouteScore> scores, KeptRoute? keep)
    {
        if (keep?.Scope != ConversationScope.Conversation || ScoreOf(scores, keep.Route) is not { Standing: RouteStanding.Scored } from
            || Best(policy, scores, RouteStanding.Scored, except: from) is not { } to)
        {
            return null;
        }

        return new RouteSwitch
        {
            From = from.Route,
            To = to.Route,
            WarmTokens = from.Bill.WarmTokens,
            LostCacheUsd = from.Bill.WarmUsd,
            RetranslationUsd = to.Bill.RetranslationUsd,
            Gain = to.Total - from.Total,
        };
    }

    private static RouteScore? Best(RoutingPolicy policy, ImmutableArray<RouteScore> scores, RouteStanding standing, RouteScore? except, KeptRoute? keep = null)
    {
        RouteScore? best = null;
        foreach (var score in scores)
        {
            if (score.Standing == standing && !ReferenceEquals(score, except) && (best is null || Compare(policy, score, best, keep) > 0))
            {
                best = score;
            }
        }

        return best;
    }

    // Higher total, then lower cost, then the policy's order.
    private static int Compare(RoutingPolicy policy, RouteScore left, RouteScore right, KeptRoute? keep = null)
    {
        var byTotal = (left.Total + Lead(policy, keep, left.Route)).CompareTo(right.Total + Lead(policy, keep, right.Route));
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
        reasons[count++] = choice.IsKept ? choice.Keep!.Reason
            : choice.Keep is { Scope: ConversationScope.Conversation } keep && ScoreOf(scores, keep.Route).Standing == RouteStanding.Scored ? ReasonCodes.SwitchPays
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

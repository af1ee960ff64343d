using System.Collections.Frozen;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Review.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Review.Replay;

/// <summary>Decides again about a kept record, under another policy, from its features and bills alone.</summary>
/// <remarks>
/// Legs keep their token counts and are priced anew. What only the request's text or the moment could tell (capability, context window, health, budget) is taken
/// from the record; what the policy says (routes, regions, providers, denials, floor, ceilings, weights) from the policy. A route that the
/// record has no bill of cannot be chosen. Pure.
/// </remarks>
internal static class ReplayScorer
{
    // Exclusions by what is the policy's own: they are checked again instead of being taken over.
    private static readonly HashSet<string> OfThePolicy = new(StringComparer.Ordinal)
    {
        ReasonCodes.NotAllowed, ReasonCodes.Denied, ReasonCodes.Region, ReasonCodes.Provider, ReasonCodes.TaskDenied, ReasonCodes.BelowQualityFloor, ReasonCodes.AboveCostCeiling,
        ReasonCodes.AboveLatencyCeiling, ReasonCodes.CostUnknown,
    };

    public static ReplayChoice Choose(StoredRecord record, RoutingPolicy policy)
    {
        var reference = policy.DefaultRoute;
        var origin = Find(record, reference);
        var originCost = origin is null ? CostInterval.Unknown("not recorded") : Bill(origin, reference);

        // Points are against the default route of the record; a policy with another default shifts all of them by the same amount.
        var shift = origin?.Points ?? 0;
        ReplayChoice? best = null;
        var bestTotal = double.NegativeInfinity;
        foreach (var name in policy.AllowedRoutes)
        {
            if (policy.Catalog.Find(name) is not { IsHypothetical: false } route || Find(record, route) is not { } candidate)
            {
                continue;
            }

            var cost = Bill(candidate, route);
            var isReference = ReferenceEquals(route, reference);
            var (points, low) = isReference ? (0, 0) : (candidate.Points - shift, candidate.LowPoints - shift);
            if (IsExcluded(record, candidate, route, policy) || (!isReference && BreaksLimits(policy, cost, low, candidate.Latency)))
            {
                continue;
            }

            var total = policy.QualityWeight * points / 100
                - policy.CostWeight * CostShare(cost, originCost)
                - policy.LatencyWeight * (candidate.Latency is { } own && origin?.Latency is { } other && other > TimeSpan.Zero ? own / other : 1);
            if (total > bestTotal || (total.Equals(bestTotal) && cost.LikelyUsd < best!.Cost.LikelyUsd))
            {
                (best, bestTotal) = (new ReplayChoice(name, cost, points), total);
            }
        }

        return best ?? new ReplayChoice(reference.Name, originCost, 0);
    }

    private static StoredCandidate? Find(StoredRecord record, Route route)
    {
        var named = record.CandidateOf(route.Name);
        if (named is not null && Fits(named, route))
        {
            return named;
        }

        foreach (var candidate in record.Candidates)
        {
            if (Fits(candidate, route))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool Fits(StoredCandidate candidate, Route route) =>
        candidate.Kind == RecordNames<RouteKind>.Of(route.Kind) && candidate.Model == route.Model.Name && candidate.Translator == route.Translator?.Name && candidate.ReasonsIn == route.ReasoningLanguage;

    private static CostInterval Bill(StoredCandidate candidate, Route route)
    {
        if (candidate.Legs.IsEmpty)
        {
            return candidate.Cost;
        }

        var total = CostInterval.Exact(0);
        foreach (var leg in candidate.Legs)
        {
            var model = leg.Payee == route.Model.Name ? route.Model : route.Translator?.Model;
            total += model is null && route.Translator is { } service
                ? service.PricePerMillionCharacters is { } price ? CostInterval.Exact(price * leg.Characters / 1_000_000) : CostInterval.Unknown($"translator '{service.Name}' has no price per million characters")
                : leg.Tokenizer is null || model is null ? leg.Cost
                : TokenPrice.Of(model, leg.Input, leg.Cached, leg.Output, leg.Reasoning);
        }

        return total;
    }

    private static bool IsExcluded(StoredRecord record, StoredCandidate candidate, Route route, RoutingPolicy policy) =>
        (candidate.Excluded is { } code && !OfThePolicy.Contains(code))
        || !Allows(policy.AllowedRegions, route.Model.Region) || !Allows(policy.AllowedProviders, route.Model.Provider)
        || (route.Translator is { } translator && (!Allows(policy.AllowedRegions, translator.Region) || !Allows(policy.AllowedProviders, translator.Provider)))
        || IsDenied(record, route, policy);

    // A task kind of a later version is none that a policy of this one can name.
    private static bool IsDenied(StoredRecord record, Route route, RoutingPolicy policy)
    {
        var task = Enum.GetValues<TaskKind>().Cast<TaskKind?>().FirstOrDefault(task => RecordNames<TaskKind>.Of(task!.Value) == record.Signals.Task);
        return (route.Kind == RouteKind.Translated && task is { } translated && policy.DenyTranslationFor.Contains(translated))
            || policy.Denials.Any(denial => task is { } known ? denial.Matches(route, known, record.Signals.Language) : denial.Tasks is null && denial.Matches(route, default, record.Signals.Language));
    }

    private static bool Allows(FrozenSet<string>? allowed, string? value) => allowed is null || (value is not null && allowed.Contains(value));

    private static bool BreaksLimits(RoutingPolicy policy, in CostInterval cost, double lowPoints, TimeSpan? latency) =>
        lowPoints < policy.QualityFloor
        || (!cost.IsKnown && (policy.CostWeight > 0 || policy.CostCeilingUsd is not null))
        || (policy.CostCeilingUsd is { } ceiling && cost.LikelyUsd > ceiling)
        || (policy.LatencyCeiling is { } longest && latency > longest);

    private static double CostShare(in CostInterval cost, in CostInterval origin) =>
        cost.IsKnown && origin is { IsKnown: true, LikelyUsd: > 0 } ? (double)cost.LikelyUsd / (double)origin.LikelyUsd : 1;
}

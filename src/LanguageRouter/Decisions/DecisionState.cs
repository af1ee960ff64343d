using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Usage;

namespace LanguageRouter.Decisions;

/// <summary>What a decision depends on besides its request and its policy: what is the case now and what was learnt, frozen when the request arrived.</summary>
/// <remarks>Immutable: the same signals, policy version and state give the same decision.</remarks>
internal sealed record DecisionState
{
    public static DecisionState Empty { get; } = new();

    /// <summary>The routes that cannot serve at the moment, each with the reason.</summary>
    public ImmutableArray<(Route Route, Exclusion Exclusion)> Unavailable { get; init; } = [];

    /// <summary>What the tenant's records have taught about counts and answers; null for nothing yet.</summary>
    public LearntUsage? Usage { get; init; }

    /// <summary>What the tenant's observations have taught about quality; null for nothing yet.</summary>
    public LearntQuality? Quality { get; init; }

    /// <summary>When the request arrived, where something above fades with time.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The request's lot; the default draws nothing.</summary>
    public Exploration Exploration { get; init; }

    /// <summary>How the tenant's budget stands; null where the tenant has none.</summary>
    public BudgetStanding? Budget { get; init; }

    public Exclusion? ExclusionOf(Route route)
    {
        foreach (var (unavailable, exclusion) in Unavailable)
        {
            if (ReferenceEquals(unavailable, route))
            {
                return exclusion;
            }
        }

        return null;
    }
}

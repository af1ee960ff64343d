using System.Collections.Frozen;
using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using LanguageRouter.Tokens;

namespace LanguageRouter.Policies;

/// <summary>Represents a tenant's policy with all defaults resolved: a snapshot that a decision is made from.</summary>
/// <remarks>Immutable and safe for concurrent use. See <see cref="RoutingPolicyOptions"/> for the meaning and the defaults of the values.</remarks>
public sealed record RoutingPolicy
{
    /// <summary>Gets the version: a hash of the catalog and of every value below, the same in all processes.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the names of what the policy was made from, its own first: the tenant, named policies, <c>Defaults</c>.</summary>
    public required ImmutableArray<string> Chain { get; init; }

    /// <summary>Gets the mode.</summary>
    public required RoutingMode Mode { get; init; }

    /// <summary>Gets the route that the application would take without the router.</summary>
    public required Route DefaultRoute { get; init; }

    /// <summary>Gets all configured routes, allowed or not.</summary>
    public required RouteCatalog Catalog { get; init; }

    /// <summary>Gets the counters of the tokenizers that the models name.</summary>
    public required TokenCounters Counters { get; init; }

    /// <summary>Gets the names of the allowed routes in order of preference.</summary>
    public required ImmutableArray<string> AllowedRoutes { get; init; }

    /// <summary>Gets the weight of 100 points of quality.</summary>
    public double QualityWeight { get; init; } = 1;

    /// <summary>Gets the weight of the cost, as a share of the default route's.</summary>
    public double CostWeight { get; init; } = 0.3;

    /// <summary>Gets the weight of the latency, as a share of the default route's.</summary>
    public double LatencyWeight { get; init; } = 0.05;

    /// <summary>Gets the lowest quality allowed, in points against the default route.</summary>
    public double QualityFloor { get; init; } = -3;

    /// <summary>Gets the highest expected cost of one request in USD; <see langword="null"/> for none.</summary>
    public decimal? CostCeilingUsd { get; init; }

    /// <summary>Gets the highest expected time to the whole answer; <see langword="null"/> for none.</summary>
    public TimeSpan? LatencyCeiling { get; init; }

    /// <summary>Gets the task kinds that never go through translation.</summary>
    public required FrozenSet<TaskKind> DenyTranslationFor { get; init; }

    /// <summary>Gets what is denied to which requests.</summary>
    public ImmutableArray<RouteDenial> Denials { get; init; } = [];

    /// <summary>Gets what a request may change for itself.</summary>
    public ImmutableArray<RoutingOverrideKind> AllowedOverrides { get; init; } = [];

    /// <summary>Gets the candidate policy that is tried; <see langword="null"/> for none.</summary>
    public PolicyExperiment? Experiment { get; init; }

    /// <summary>Gets the regions where text may be processed; <see langword="null"/> for any.</summary>
    public FrozenSet<string>? AllowedRegions { get; init; }

    /// <summary>Gets the providers that may see text; <see langword="null"/> for any.</summary>
    public FrozenSet<string>? AllowedProviders { get; init; }

    /// <summary>Gets what happens when the language is undetermined.</summary>
    public UndeterminedLanguage UndeterminedLanguage { get; init; }

    /// <summary>Gets how long a decision is remembered for similar requests.</summary>
    public TimeSpan DecisionLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets how long a conversation keeps its route after its last request.</summary>
    public TimeSpan ConversationLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets what the tenant may spend; <see langword="null"/> where nothing is limited or counted.</summary>
    public BudgetPolicy? Budget { get; init; }

    /// <summary>Gets how firmly a conversation keeps its route.</summary>
    public StickinessPolicy Stickiness { get; init; } = StickinessPolicy.Default;

    /// <summary>Gets what the tenant's requests teach.</summary>
    public LearningPolicy Learning { get; init; } = LearningPolicy.Default;

    /// <summary>Gets what is done when routes fail.</summary>
    public PolicyResilience Resilience { get; init; } = PolicyResilience.Default;

    /// <summary>Gets what the policy wants of the translated path.</summary>
    public TranslationPolicy Translation { get; init; } = new();

    /// <summary>Gets the settings of the sections that a policy made from this one inherits.</summary>
    internal PolicySections Sections { get; init; } = PolicySections.Empty;

    /// <summary>Lists the settings in force by their names in the configuration, in a fixed order: what two policies that decide alike have in common.</summary>
    /// <returns>The names and values, as text of the invariant culture.</returns>
    public IReadOnlyList<KeyValuePair<string, string>> Describe() => PolicyDescription.Of(this);
}

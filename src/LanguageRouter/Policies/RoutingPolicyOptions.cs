using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Policies;

/// <summary>Represents the configured policy of a tenant, a named policy, or the defaults of all tenants.</summary>
/// <remarks>
/// A value that is <see langword="null"/> is inherited: from the policy that <see cref="Inherits"/> names, from the policies that one inherits
/// from, from the defaults, and there means the default stated here. A list replaces the inherited one whole.
/// </remarks>
public sealed class RoutingPolicyOptions
{
    /// <summary>Gets or sets the named policy to inherit from. Default: the defaults.</summary>
    public string? Inherits { get; set; }

    /// <summary>Gets or sets the mode. Default: <see cref="RoutingMode.Observe"/>.</summary>
    public RoutingMode? Mode { get; set; }

    /// <summary>Gets or sets the route that the application would take without the router. Required.</summary>
    public string? DefaultRoute { get; set; }

    /// <summary>Gets or sets the names of the allowed routes, in order of preference among equals. Default: all, as configured.</summary>
    public IList<string>? Routes { get; set; }

    /// <summary>Gets or sets the weight of 100 points of quality. Default: 1.</summary>
    public double? QualityWeight { get; set; }

    /// <summary>Gets or sets the weight of the cost, as a share of the default route's. Default: 0.3.</summary>
    public double? CostWeight { get; set; }

    /// <summary>Gets or sets the weight of the latency, as a share of the default route's. Default: 0.05.</summary>
    public double? LatencyWeight { get; set; }

    /// <summary>Gets or sets the lowest quality allowed, in points against the default route, held against the cautious end of the estimate. Default: -3.</summary>
    public double? QualityFloor { get; set; }

    /// <summary>Gets or sets the highest expected cost of one request in USD. Default: none.</summary>
    public decimal? CostCeilingUsd { get; set; }

    /// <summary>Gets or sets the highest expected time to the whole answer. Default: none.</summary>
    public TimeSpan? LatencyCeiling { get; set; }

    /// <summary>Gets or sets the task kinds that never go through translation. Default: those that the shipped priors deny.</summary>
    public IList<TaskKind>? DenyTranslationFor { get; set; }

    /// <summary>Gets or sets what is denied to which requests. Default: nothing.</summary>
    public IList<DenyOptions>? Deny { get; set; }

    /// <summary>Gets or sets the tenant's own prices by model; a price that is left out stays the model's. Default: none.</summary>
    public IDictionary<string, PriceOptions>? Prices { get; set; }

    /// <summary>Gets or sets what a request may change for itself. Default: nothing.</summary>
    public IList<RoutingOverrideKind>? AllowOverrides { get; set; }

    /// <summary>Gets or sets the candidate policy that is tried. Default: none.</summary>
    public ExperimentOptions? Experiment { get; set; }

    /// <summary>Gets or sets the regions where text may be processed, of models and translators alike. Default: any, also unstated ones.</summary>
    public IList<string>? AllowedRegions { get; set; }

    /// <summary>Gets or sets the providers that may see text, of models and translators alike. Default: any, also unstated ones.</summary>
    public IList<string>? AllowedProviders { get; set; }

    /// <summary>Gets or sets what happens when the language is undetermined. Default: <see cref="UndeterminedLanguage.DefaultRoute"/>.</summary>
    public UndeterminedLanguage? UndeterminedLanguage { get; set; }

    /// <summary>Gets or sets how long a decision is remembered for similar requests. Default: 10 minutes; zero for not at all.</summary>
    public TimeSpan? DecisionLifetime { get; set; }

    /// <summary>Gets or sets how long a conversation keeps its route after its last request. Default: 30 minutes; zero for not at all.</summary>
    public TimeSpan? ConversationLifetime { get; set; }

    /// <summary>Gets or sets what the policy wants of the translated path. Default: none of its own.</summary>
    public TranslationPolicyOptions? Translation { get; set; }

    /// <summary>Gets or sets what is done when routes fail. Default: see <see cref="ResilienceOptions"/>.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>Gets or sets what the tenant may spend. Default: without limits.</summary>
    public BudgetOptions? Budget { get; set; }

    /// <summary>Gets or sets how firmly a conversation keeps its route. Default: see <see cref="StickinessOptions"/>.</summary>
    public StickinessOptions? Stickiness { get; set; }

    /// <summary>Gets or sets what the tenant's requests teach. Default: see <see cref="LearningOptions"/>.</summary>
    public LearningOptions? Learning { get; set; }
}

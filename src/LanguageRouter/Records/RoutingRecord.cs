using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Scoring;

namespace LanguageRouter.Records;

/// <summary>Represents what was decided for one request, what happened, and what it cost. It holds features and money, no text of the request or answer.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record RoutingRecord
{
    /// <summary>Gets the decision: signals, scores, reasons. The scores are always of this request, also where the decision came from a cache.</summary>
    public required RoutingDecision Decision { get; init; }

    /// <summary>Gets when the request arrived.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Gets the tries in their order; the last one is the one that answered, if any did.</summary>
    public required ImmutableArray<RouteAttempt> Attempts { get; init; }

    /// <summary>Gets the time from the request to the end of the answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Gets what the request cost, all attempts together; unknown where one of them is.</summary>
    public required CostInterval ActualCost { get; init; }

    /// <summary>Gets the answer's tokens and money beside those of the base tokenizer; <see langword="null"/> unless an adapted route answered whose model names a <c>BaseTokenizer</c>.</summary>
    public TokenizerComparison? TokenizerComparison { get; init; }

    /// <summary>Gets what every other route would have cost, in its own tokenizers, by route name. Estimated, also where <see cref="ActualCost"/> is measured; the answer's length is the one that was measured where it is known.</summary>
    public required ImmutableArray<KeyValuePair<string, CostInterval>> CounterfactualCosts { get; init; }

    /// <summary>Gets the decision whose answer was asked for again: the same turn of the same conversation came once more. <see langword="null"/> for none.</summary>
    public Guid? RegenerationOf { get; init; }

    /// <summary>Gets what the request changed of its tenant's policy; <see langword="null"/> for nothing. Not to be changed.</summary>
    public RoutingOverrides? Overrides { get; init; }

    /// <summary>Gets what the attempts did to the tenant's budget, refused reservations included; empty where the tenant has none.</summary>
    public ImmutableArray<BudgetCharge> BudgetCharges { get; init; } = [];

    /// <summary>Gets what a candidate policy in shadow would have chosen; <see langword="null"/> where the tenant tries none.</summary>
    public ShadowDecision? Shadow { get; init; }
}

using System.Collections.Immutable;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Replay;

/// <summary>Represents what another policy would have done with the kept records.</summary>
/// <remarks>Immutable and safe for concurrent use. Costs of the policy are estimated, those that were paid are measured; both are sums over the same requests.</remarks>
public sealed record ReplaySummary
{
    /// <summary>Gets the number of records replayed.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the number of records that were left out: they were not free to choose (a conversation kept its route), have no candidates, or were overridden and do not say how.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Gets the number of records that were left out because the policy does not permit what the request overrides: the router would refuse it.</summary>
    public required int Refused { get; init; }

    /// <summary>Gets how many records went from one route to another, most first; equal routes are those that stay.</summary>
    public required ImmutableArray<ReplayMove> Moves { get; init; }

    /// <summary>Gets the expected cost of the recorded choices in USD, over the records where both costs are known.</summary>
    public required decimal RecordedCostUsd { get; init; }

    /// <summary>Gets the expected cost of the policy's choices in USD, over the same records.</summary>
    public required decimal PolicyCostUsd { get; init; }

    /// <summary>Gets the number of those records.</summary>
    public required int Priced { get; init; }

    /// <summary>Gets the mean expected quality of the policy's choices less that of the recorded ones, in points. Estimated.</summary>
    public required double PointsDifference { get; init; }

    /// <summary>Gets the estimated feedback that the policy would have had.</summary>
    public required OffPolicyEstimate Feedback { get; init; }

    /// <summary>Gets the number of judged comparisons of two routes of which the policy would have taken one.</summary>
    public required int Compared { get; init; }

    /// <summary>Gets the mean score of the policy's route in those comparisons, ties one half, with its 95 % interval.</summary>
    public required Interval ComparedScore { get; init; }

    /// <summary>Gets the mean that the better answer of each comparison would have scored above the policy's: the regret against the oracle.</summary>
    public required double Regret { get; init; }
}

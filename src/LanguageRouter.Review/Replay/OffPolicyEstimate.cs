using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Replay;

/// <summary>Represents the reward that another policy would have had, estimated from what was logged.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record OffPolicyEstimate
{
    /// <summary>Gets the number of logged requests.</summary>
    public required int Requests { get; init; }

    /// <summary>Gets the number of those that the estimates stand for: the policy's route was taken, or could have been by chance.</summary>
    public required int Supported { get; init; }

    /// <summary>Gets the number of those on which the policy's route was taken.</summary>
    public required int Matched { get; init; }

    /// <summary>Gets the mean reward that was logged on the supported requests, with its 95 % interval.</summary>
    public required Interval Logged { get; init; }

    /// <summary>Gets the estimate by inverse propensity, self-normalised, with its 95 % interval.</summary>
    public required Interval InversePropensity { get; init; }

    /// <summary>Gets the doubly robust estimate with its 95 % interval.</summary>
    public required Interval DoublyRobust { get; init; }
}

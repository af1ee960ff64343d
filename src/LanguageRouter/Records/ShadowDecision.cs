using LanguageRouter.Scoring;

namespace LanguageRouter.Records;

/// <summary>Represents the choice of a candidate policy that decided beside the one in force and spent nothing.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class ShadowDecision
{
    /// <summary>Gets the version of the candidate policy.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>Gets the name of the route that it would have chosen.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the expected cost of that route less the expected cost of the chosen one, in USD; below 0 is cheaper.</summary>
    public required CostInterval CostDifference { get; init; }
}

namespace LanguageRouter.Policies;

/// <summary>Represents the trial of a candidate policy.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class PolicyExperiment
{
    /// <summary>Gets the candidate's name under <c>Policies</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the candidate: the tenant's policy with the settings of the named one laid over it.</summary>
    public required RoutingPolicy Candidate { get; init; }

    /// <summary>Gets how it is tried.</summary>
    public required ExperimentMode Mode { get; init; }

    /// <summary>Gets the share of conversations that the candidate decides, of 0 to 1; 0 in shadow.</summary>
    public required double Share { get; init; }
}

using System.Collections.Immutable;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Represents a finished request as it is kept: flat, in names instead of objects, without any text of the request or the answer.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Names of enumerations are written as configuration writes them (<c>code-with-japanese</c>), so that a
/// record of a later version can still be read. Times are UTC. Costs are USD. What is unknown is <see langword="null"/> or an unknown
/// <see cref="CostInterval"/>, never 0.
/// </remarks>
public sealed record StoredRecord
{
    /// <summary>The version of the form that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Gets the version of the form in which the record was written.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Gets the identifier of the decision, by which feedback refers to it.</summary>
    public Guid Id { get; init; }

    /// <summary>Gets when the request arrived.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets the tenant; empty where the application has none.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the version of the policy; <see cref="StoredPolicy"/> has its models, prices and routes.</summary>
    public required string Policy { get; init; }

    /// <summary>Gets the tenant's mode: <c>observe</c> or <c>enforce</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Gets how the decision came about, such as <c>computed</c>, <c>cached</c>, <c>sticky</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>Gets the route that the decision picked.</summary>
    public required string Chosen { get; init; }

    /// <summary>Gets the route that the request was sent to first.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the route that answered; <see langword="null"/> where none did.</summary>
    public string? Answered { get; init; }

    /// <summary>Gets the best eligible route after the chosen one; <see langword="null"/> where there was none.</summary>
    public string? RunnerUp { get; init; }

    /// <summary>Gets the route that the application would have taken without the router; <see langword="null"/> where the decision does not show it.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the total of the chosen route less the runner-up's.</summary>
    public double Margin { get; init; }

    /// <summary>Gets the probability with which the choice was made; below 1 only where an experiment or exploration drew it.</summary>
    public double Propensity { get; init; } = 1;

    /// <summary>Gets what the request changed of its tenant's policy; <see langword="null"/> for nothing.</summary>
    public StoredOverrides? Overrides { get; init; }

    /// <summary>Gets the reason codes, the weightiest first.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Gets the signals.</summary>
    public required StoredSignals Signals { get; init; }

    /// <summary>Gets every configured route with its estimates, in configured order.</summary>
    public ImmutableArray<StoredCandidate> Candidates { get; init; } = [];

    /// <summary>Gets the tries in their order.</summary>
    public ImmutableArray<StoredAttempt> Attempts { get; init; } = [];

    /// <summary>Gets what the request cost, all attempts together; measured by the providers' usage, or unknown.</summary>
    public CostInterval ActualCost { get; init; }

    /// <summary>Gets what of <see cref="ActualCost"/> went into attempts that did not answer: retries, failovers, hedges that lost. Classifying costs nothing; shadow runs and judges are in the comparisons.</summary>
    public CostInterval OwnCost { get; init; }

    /// <summary>Gets what every route that did not answer would have cost: estimated, for an answer of the measured length where that is known.</summary>
    public ImmutableArray<StoredAlternative> Alternatives { get; init; } = [];

    /// <summary>Gets the choice of a candidate policy in shadow; <see langword="null"/> where there was none.</summary>
    public StoredShadow? Shadow { get; init; }

    /// <summary>Gets a value indicating whether updates reached the caller before the end of the answer.</summary>
    public bool Streamed { get; init; }

    /// <summary>Gets the time from the request to the first update that says something, tries before included; <see langword="null"/> where nothing arrived.</summary>
    public TimeSpan? TimeToFirstUpdate { get; init; }

    /// <summary>Gets the time from the request to the end of the answer.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets a value indicating whether the record is of a simulation or of stand-ins for models. It is never mixed with real ones unseen.</summary>
    public bool Simulated { get; init; }

    /// <summary>Gets the candidate of a route.</summary>
    /// <param name="route">The route's name.</param>
    /// <returns>The candidate; <see langword="null"/> where no such route was configured.</returns>
    public StoredCandidate? CandidateOf(string? route)
    {
        foreach (var candidate in Candidates)
        {
            if (candidate.Route == route)
            {
                return candidate;
            }
        }

        return null;
    }
}

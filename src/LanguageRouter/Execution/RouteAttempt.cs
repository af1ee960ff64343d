using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Execution;

/// <summary>Represents one try to answer a request on one route, as it happened.</summary>
public sealed record RouteAttempt
{
    /// <summary>Gets the route.</summary>
    public required Route Route { get; init; }

    /// <summary>Gets why this route was tried, one of <c>ReasonCodes</c>: <c>failover</c>, <c>last-resort</c>, <c>hedge</c>; <see langword="null"/> for the decision's own target.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets how the attempt ended.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>Gets the class of the error; <see langword="null"/> unless the attempt failed.</summary>
    public RouteErrorClass? Error { get; init; }

    /// <summary>Gets the time until the first update of a stream that says something, or the whole answer.</summary>
    public TimeSpan? TimeToFirstUpdate { get; init; }

    /// <summary>Gets the time until the end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Gets the calls that were made, as far as the path reported them.</summary>
    public required IReadOnlyList<PathLeg> Legs { get; init; }

    /// <summary>Gets what the calls cost after the usage that the providers reported; unknown where one reported none, and 0 only where nothing can have been charged.</summary>
    public required CostInterval Cost { get; init; }
}

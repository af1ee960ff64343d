using LanguageRouter.Routes;

namespace LanguageRouter.Scoring;

/// <summary>Represents what is expected of one route for one request. Every configured route has one in a decision.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record RouteScore
{
    private RouteStanding _standing;
    private readonly long _latencyTicks = -1;

    /// <summary>Gets the route.</summary>
    public required Route Route { get; init; }

    /// <summary>Gets how the route stands.</summary>
    public required RouteStanding Standing { get => _standing; init => _standing = value; }

    /// <summary>Gets why the route could not be chosen; <see langword="null"/> where it could.</summary>
    public Exclusion? Exclusion { get; init; }

    /// <summary>Gets the bill.</summary>
    public required RouteBill Bill { get; init; }

    /// <summary>Gets the expected quality.</summary>
    public required QualityEstimate Quality { get; init; }

    /// <summary>Gets the expected time to the whole answer; <see langword="null"/> where a model's speed is unmeasured.</summary>
    public TimeSpan? Latency { get => _latencyTicks < 0 ? null : TimeSpan.FromTicks(_latencyTicks); init => _latencyTicks = value?.Ticks ?? -1; }

    /// <summary>Gets the total: quality weight x points / 100 - cost weight x cost / the default route's - latency weight x latency / the default route's; higher is better. A part that is unknown on either side counts as equal to the default route's.</summary>
    public double Total { get; init; }

    /// <summary>Marks the score of the route that was chosen, before anyone else sees it.</summary>
    internal void MarkChosen() => _standing = RouteStanding.Chosen;
}

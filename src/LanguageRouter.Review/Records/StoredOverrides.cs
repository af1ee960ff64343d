namespace LanguageRouter.Review.Records;

/// <summary>Represents what a request changed of its tenant's policy; <see langword="null"/> is what it left as it was.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record StoredOverrides
{
    /// <summary>Gets the only route that it allowed.</summary>
    public string? Route { get; init; }

    /// <summary>Gets the weight of 100 points of quality.</summary>
    public double? QualityWeight { get; init; }

    /// <summary>Gets the weight of the cost.</summary>
    public double? CostWeight { get; init; }

    /// <summary>Gets the weight of the latency.</summary>
    public double? LatencyWeight { get; init; }

    /// <summary>Gets the lowest quality in points against the default route.</summary>
    public double? QualityFloor { get; init; }

    /// <summary>Gets the highest expected cost in USD.</summary>
    public decimal? CostCeilingUsd { get; init; }

    /// <summary>Gets the highest expected time to the whole answer.</summary>
    public TimeSpan? LatencyCeiling { get; init; }

    internal static StoredOverrides? Of(RoutingOverrides? overrides) => overrides is null ? null : new()
    {
        Route = overrides.Route,
        QualityWeight = overrides.QualityWeight,
        CostWeight = overrides.CostWeight,
        LatencyWeight = overrides.LatencyWeight,
        QualityFloor = overrides.QualityFloor,
        CostCeilingUsd = overrides.CostCeilingUsd,
        LatencyCeiling = overrides.LatencyCeiling,
    };

    internal RoutingOverrides ToOverrides() => new()
    {
        Route = Route,
        QualityWeight = QualityWeight,
        CostWeight = CostWeight,
        LatencyWeight = LatencyWeight,
        QualityFloor = QualityFloor,
        CostCeilingUsd = CostCeilingUsd,
        LatencyCeiling = LatencyCeiling,
    };
}

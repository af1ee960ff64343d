using System.Globalization;
using System.IO.Hashing;
using System.Text;
using LanguageRouter.Policies;

namespace LanguageRouter;

/// <summary>Represents what a single request changes of its tenant's policy, as far as the policy's <c>AllowOverrides</c> permits it.</summary>
/// <remarks>Set by <see cref="RoutingChatOptionsExtensions.WithRoutingOverrides"/>. What is <see langword="null"/> stays as the policy has it. Rules of residency, capability and task kinds hold all the same.</remarks>
public sealed class RoutingOverrides
{
    /// <summary>Gets or sets the only route that the request may take; one of the policy's allowed routes. It is followed also where the tenant observes. Needs <see cref="RoutingOverrideKind.Route"/>.</summary>
    public string? Route { get; set; }

    /// <summary>Gets or sets the weight of 100 points of quality. Needs <see cref="RoutingOverrideKind.Weights"/>.</summary>
    public double? QualityWeight { get; set; }

    /// <summary>Gets or sets the weight of the cost. Needs <see cref="RoutingOverrideKind.Weights"/>.</summary>
    public double? CostWeight { get; set; }

    /// <summary>Gets or sets the weight of the latency. Needs <see cref="RoutingOverrideKind.Weights"/>.</summary>
    public double? LatencyWeight { get; set; }

    /// <summary>Gets or sets the lowest quality in points against the default route. Needs <see cref="RoutingOverrideKind.Limits"/>.</summary>
    public double? QualityFloor { get; set; }

    /// <summary>Gets or sets the highest expected cost in USD. Needs <see cref="RoutingOverrideKind.Limits"/>.</summary>
    public decimal? CostCeilingUsd { get; set; }

    /// <summary>Gets or sets the highest expected time to the whole answer. Needs <see cref="RoutingOverrideKind.Limits"/>.</summary>
    public TimeSpan? LatencyCeiling { get; set; }

    /// <summary>Lays the overrides over a policy.</summary>
    /// <param name="policy">The policy of the request's tenant.</param>
    /// <param name="tenant">The tenant, for the message of an exception.</param>
    /// <returns>The policy that the request is decided under.</returns>
    /// <exception cref="ArgumentException">The policy does not permit one of them, or a value makes no sense.</exception>
    public RoutingPolicy Apply(RoutingPolicy policy, string tenant)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Require(policy, tenant, RoutingOverrideKind.Route, Route is null ? null : nameof(Route));
        Require(policy, tenant, RoutingOverrideKind.Weights, QualityWeight is not null ? nameof(QualityWeight) : CostWeight is not null ? nameof(CostWeight) : LatencyWeight is null ? null : nameof(LatencyWeight));
        Require(policy, tenant, RoutingOverrideKind.Limits, QualityFloor is not null ? nameof(QualityFloor) : CostCeilingUsd is not null ? nameof(CostCeilingUsd) : LatencyCeiling is null ? null : nameof(LatencyCeiling));
        RequireSense(tenant, nameof(QualityWeight), QualityWeight is null or >= 0, QualityWeight);
        RequireSense(tenant, nameof(CostWeight), CostWeight is null or >= 0, CostWeight);
        RequireSense(tenant, nameof(LatencyWeight), LatencyWeight is null or >= 0, LatencyWeight);
        RequireSense(tenant, nameof(QualityFloor), QualityFloor is null or (>= -100 and <= 100), QualityFloor);
        RequireSense(tenant, nameof(CostCeilingUsd), CostCeilingUsd is null or >= 0, CostCeilingUsd);
        RequireSense(tenant, nameof(LatencyCeiling), LatencyCeiling is null || LatencyCeiling >= TimeSpan.Zero, LatencyCeiling);
        if (Route is not null && !policy.AllowedRoutes.Contains(Route))
        {
            throw new ArgumentException($"Tenant '{tenant}': the request overrides Route with '{Route}', which the policy does not allow. Fix: use one of {string.Join(", ", policy.AllowedRoutes)}.");
        }

        return policy with
        {
            Version = VersionWith(policy.Version),
            Mode = Route is null ? policy.Mode : RoutingMode.Enforce,
            AllowedRoutes = Route is null ? policy.AllowedRoutes : [Route],
            QualityWeight = QualityWeight ?? policy.QualityWeight,
            CostWeight = CostWeight ?? policy.CostWeight,
            LatencyWeight = LatencyWeight ?? policy.LatencyWeight,
            QualityFloor = QualityFloor ?? policy.QualityFloor,
            CostCeilingUsd = CostCeilingUsd ?? policy.CostCeilingUsd,
            LatencyCeiling = LatencyCeiling ?? policy.LatencyCeiling,
        };
    }

    // Overridden requests share decisions with those that override alike, and with no others.
    private string VersionWith(string version)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Route}|{QualityWeight:R}|{CostWeight:R}|{LatencyWeight:R}|{QualityFloor:R}|{CostCeilingUsd}|{LatencyCeiling}");
        return $"{version}+{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text)):x16}";
    }

    private static void Require(RoutingPolicy policy, string tenant, RoutingOverrideKind kind, string? overridden)
    {
        if (overridden is not null && !policy.AllowedOverrides.Contains(kind))
        {
            throw new ArgumentException(
                $"Tenant '{tenant}': the request overrides {overridden}, which the policy does not permit. Fix: add \"{KebabNames<RoutingOverrideKind>.Of(kind)}\" to AllowOverrides of the tenant's policy, or leave the override out.");
        }
    }

    private static void RequireSense(string tenant, string name, bool makesSense, object? value)
    {
        if (!makesSense)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Tenant '{tenant}': the request overrides {name} with {value}. Fix: write a weight, amount or duration of 0 or more, or points of -100 to 100."));
        }
    }
}

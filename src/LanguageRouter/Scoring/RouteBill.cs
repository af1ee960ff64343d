using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LanguageRouter.Routes;

namespace LanguageRouter.Scoring;

/// <summary>Represents what a request would cost on one route, by leg.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. The total is computed at once, <see cref="Legs"/> on demand by the same function,
/// so that a decision that nobody inspects does not pay for its explanation.
/// </remarks>
public sealed class RouteBill
{
    private readonly Route _route;
    private readonly RequestVolumes _volumes;

    private RouteBill(Route route, RequestVolumes volumes, CostInterval total)
    {
        _route = route;
        _volumes = volumes;
        Total = total;
    }

    /// <summary>Gets the sum of the legs; unknown where one leg is unknown.</summary>
    public CostInterval Total { get; }

    /// <summary>Gets the legs in the order of their execution.</summary>
    public ImmutableArray<BillLeg> Legs
    {
        get
        {
            LegBuffer buffer = default;
            return [.. buffer[..BillLegs.Write(_route, _volumes, buffer)]];
        }
    }

    /// <summary>Estimates the bill of a route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="volumes">The amounts; a tokenizer that they lack makes the bill unknown.</param>
    /// <returns>The bill.</returns>
    public static RouteBill Estimate(Route route, RequestVolumes volumes)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(volumes);
        LegBuffer buffer = default;
        var count = BillLegs.Write(route, volumes, buffer);
        var total = CostInterval.Exact(0);
        foreach (ref readonly var leg in buffer[..count])
        {
            total += leg.Cost;
        }

        return new RouteBill(route, volumes, total);
    }

    [InlineArray(BillLegs.MaxLegs)]
    private struct LegBuffer
    {
        private BillLeg _first;
    }
}
